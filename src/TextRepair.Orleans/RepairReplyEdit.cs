namespace TextRepair.Orleans;

/// <summary>An edit of a reply.</summary>
/// <param name="Start">Where the replaced span starts, in UTF-16 code units.</param>
/// <param name="Original">The text that stood there.</param>
/// <param name="Replacement">The text that stands there now.</param>
/// <param name="Kind">The kind of damage.</param>
/// <param name="Confidence">The probability that the edit is right, from 0 to 1.</param>
/// <param name="Rule">The rule behind it.</param>
/// <param name="Reason">What spoke for it.</param>
[GenerateSerializer, Alias("textrepair.edit")]
public sealed record RepairReplyEdit(
    [property: Id(0)] int Start,
    [property: Id(1)] string Original,
    [property: Id(2)] string Replacement,
    [property: Id(3)] EditKind Kind,
    [property: Id(4)] double Confidence,
    [property: Id(5)] string Rule,
    [property: Id(6)] string Reason);
