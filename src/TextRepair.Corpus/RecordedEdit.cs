namespace TextRepair.Corpus;

/// <summary>An edit as the edits file holds it.</summary>
/// <param name="Edit">The edit.</param>
/// <param name="IsMade">Whether the output has it: listed under <c>edits</c>, otherwise under <c>notMade</c>.</param>
internal readonly record struct RecordedEdit(TextEdit Edit, bool IsMade);
