using TextRepair.Records;

namespace TextRepair.Cli;

/// <summary>A record and its repair.</summary>
internal readonly record struct RecordOutcome(RecordPlace Place, RepairResult Result);
