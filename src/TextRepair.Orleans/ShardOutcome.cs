namespace TextRepair.Orleans;

/// <summary>How work on a shard ended.</summary>
internal enum ShardOutcome
{
    /// <summary>Its marker is on the disk.</summary>
    Done,

    /// <summary>Somebody else holds its lock; it is tried again a little later.</summary>
    Busy,

    /// <summary>It cannot be read or written.</summary>
    Failed,

    /// <summary>The worker was asked to stop; the place reached is on the disk.</summary>
    Stopped,
}
