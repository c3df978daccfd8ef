namespace TextRepair.Records;

/// <summary>Which record an edit or a finding belongs to.</summary>
/// <param name="Line">The line of the record, from 1; 0 where the input is one document.</param>
/// <param name="Id">The record's own name as it stands in the JSON, quotes included; empty where it has none.</param>
/// <param name="File">The file of the document; <see langword="null"/> where there is only one.</param>
public readonly record struct RecordPlace(long Line, ReadOnlyMemory<byte> Id, string? File = null);
