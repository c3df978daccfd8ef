namespace TextRepair.Cleaning;

/// <summary>A line break that may stand in mid sentence.</summary>
/// <param name="End">Where the line before ends.</param>
/// <param name="Start">Where the line after starts.</param>
/// <param name="Score">The log-odds that the text runs on.</param>
/// <param name="EndsSentence">Whether the line before ends a sentence.</param>
/// <param name="IsFull">Whether nothing more would have fitted on the line before.</param>
/// <param name="IsForbidden">Whether the line after begins with a character that no line may begin with.</param>
internal readonly record struct LineBreak(int End, int Start, double Score, bool EndsSentence, bool IsFull, bool IsForbidden);
