namespace TextRepair.Training.Layout;

/// <summary>A place of which it is known whether the text runs on across it.</summary>
/// <param name="Text">The document.</param>
/// <param name="LeftEnd">Where the left part ends, exclusive.</param>
/// <param name="RightStart">Where the right part starts.</param>
/// <param name="RunsOn">Whether the right part continues the left one.</param>
internal sealed record ContinuityCase(string Text, int LeftEnd, int RightStart, bool RunsOn);
