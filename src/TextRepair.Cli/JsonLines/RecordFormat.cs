namespace TextRepair.Cli;

/// <summary>Where a record has its text, and what happens to lines that are no records.</summary>
/// <param name="Field">The field that is repaired.</param>
/// <param name="IdField">The field that names the record.</param>
/// <param name="PassesBrokenLines">Whether a broken line stays in the output as it is.</param>
internal sealed record RecordFormat(string Field, string IdField, bool PassesBrokenLines);
