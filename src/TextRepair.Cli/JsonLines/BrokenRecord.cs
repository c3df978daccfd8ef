namespace TextRepair.Cli;

/// <summary>A line that is no record, and why.</summary>
internal readonly record struct BrokenRecord(RecordLine Line, string Reason);
