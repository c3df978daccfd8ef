namespace TextRepair.Matching;

/// <summary>A pattern found in a text.</summary>
/// <param name="Start">Where it starts, in UTF-16 code units.</param>
/// <param name="Pattern">The number of the pattern, from 0.</param>
internal readonly record struct Match(int Start, int Pattern);
