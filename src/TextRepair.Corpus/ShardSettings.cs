namespace TextRepair.Corpus;

/// <summary>What those who read a shard again need to know of the run that made it.</summary>
/// <param name="Field">The field that holds the text.</param>
/// <param name="IdField">The field that identifies a record.</param>
/// <param name="MaximumLineBytes">The length above which lines were rejected, in bytes.</param>
/// <param name="BlockBytes">Where blocks end: compressed files are made of them.</param>
/// <param name="MinimumConfidence">The confidence from which edits were made.</param>
public sealed record ShardSettings(string Field, string IdField, int MaximumLineBytes, int BlockBytes, double MinimumConfidence);
