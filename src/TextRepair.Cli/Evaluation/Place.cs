namespace TextRepair.Cli;

/// <summary>One place that counts: right, missed, wrong (both missed and false), or false.</summary>
/// <param name="Verdict">What became of it.</param>
/// <param name="Pair">The swap: what stands there and what should; what the tool made of it where nothing should have changed.</param>
/// <param name="Kind">The kind of edit.</param>
/// <param name="Shown">The place with its surroundings.</param>
internal sealed record Place(Verdict Verdict, string Pair, EditKind Kind, string Shown);
