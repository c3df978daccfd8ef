namespace TextRepair.Training.Quotes;

/// <summary>One document of the corpus.</summary>
/// <param name="Source">The name of its file.</param>
/// <param name="Id">Its name there.</param>
/// <param name="Text">Its text.</param>
/// <param name="IsHeldOut">Whether training leaves it out.</param>
internal sealed record CorpusText(string Source, string Id, string Text, bool IsHeldOut);
