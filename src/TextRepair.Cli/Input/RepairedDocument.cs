namespace TextRepair.Cli;

/// <summary>What became of a document.</summary>
/// <param name="Result">The repair of its text.</param>
/// <param name="Content">The document as it is to be written; <see langword="null"/> for one that is only read.</param>
/// <param name="Skipped">How many edits were not made because they would have changed markup.</param>
internal sealed record RepairedDocument(RepairResult Result, byte[]? Content, int Skipped);
