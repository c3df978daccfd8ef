namespace TextRepair;

/// <summary>Damage that was seen and not repaired.</summary>
/// <param name="Start">Where it is in the original text, in UTF-16 code units; at the gap, or at the forged figure.</param>
/// <param name="Length">How long it is, in UTF-16 code units; 0 where something is missing.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Message">What was seen, what was expected, and why it is not repaired.</param>
public sealed record Finding(int Start, int Length, FindingKind Kind, string Message);
