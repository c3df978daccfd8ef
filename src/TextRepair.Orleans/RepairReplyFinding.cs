namespace TextRepair.Orleans;

/// <summary>A finding of a reply.</summary>
/// <param name="Start">Where it is, in UTF-16 code units.</param>
/// <param name="Length">How long it is, in UTF-16 code units.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Message">What was seen and why it is not repaired.</param>
[GenerateSerializer, Alias("textrepair.finding")]
public sealed record RepairReplyFinding([property: Id(0)] int Start, [property: Id(1)] int Length, [property: Id(2)] FindingKind Kind, [property: Id(3)] string Message);
