namespace TextRepair.Cluster;

/// <summary>What the program tells the shell.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>A shard failed, or the job was stopped or cancelled.</summary>
    public const int NotDone = 1;

    /// <summary>Wrong usage, no input, or no cluster.</summary>
    public const int Error = 2;
}
