namespace TextRepair.Cleaning;

/// <summary>A short line that stands in its text again.</summary>
/// <param name="Start">Where its first character stands that is no blank.</param>
/// <param name="End">Where it ends, exclusive, blanks at the end not counted.</param>
/// <param name="Group">The number of the group of lines that say the same, their numbers apart.</param>
internal readonly record struct RepeatedLine(int Start, int End, int Group);
