namespace TextRepair.Cli;

/// <summary>What became of a place.</summary>
internal enum Verdict
{
    Right,
    Missed,
    Wrong,
    False,
}
