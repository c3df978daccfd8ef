namespace TextRepair;

/// <summary>A swap to undo: one entry of a <see cref="CorrectionDictionary"/>.</summary>
/// <param name="Damaged">The word as it stands in damaged text.</param>
/// <param name="Original">The word it took the place of.</param>
/// <param name="Family">The family of swaps it was seen in: swaps of one family occur together.</param>
/// <param name="Remark">A note for people.</param>
public sealed record Substitution(string Damaged, string Original, string Family = "user", string Remark = "");
