namespace TextRepair.Documents;

/// <summary>What was done to a document.</summary>
/// <param name="Result">
/// The text of the document, its edits and findings; positions speak of the text that <see cref="DocumentText.Read"/> gives.
/// </param>
/// <param name="Skipped">Edits that were not made because they would have changed markup: the end of a paragraph, a tab, an image's place.</param>
public sealed record DocumentRepairResult(RepairResult Result, IReadOnlyList<TextEdit> Skipped);
