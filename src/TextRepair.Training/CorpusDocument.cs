namespace TextRepair.Training;

/// <summary>A document of a <see cref="Corpus"/>.</summary>
/// <param name="Source">The name of its source.</param>
/// <param name="SourceIndex">The number of its source, from 0 in the order of file names.</param>
/// <param name="Id">Its name.</param>
/// <param name="Text">Its text.</param>
/// <param name="Share">The share it belongs to, from 0 to 19, by a hash of its name; pieces of one document share it.</param>
public sealed record CorpusDocument(string Source, int SourceIndex, string Id, string Text, int Share)
{
    /// <summary>Gets a value indicating whether the document is in share 0, which no model is trained on.</summary>
    internal bool IsHeldOut => Share == 0;
}
