namespace TextRepair.Orleans;

/// <summary>Where a job stands.</summary>
public enum JobPhase
{
    /// <summary>There is no such job.</summary>
    None,

    /// <summary>Shards are handed out.</summary>
    Running,

    /// <summary>Every shard is done.</summary>
    Done,

    /// <summary>Every shard is done or has failed; starting the job again tries the failed ones again.</summary>
    Failed,

    /// <summary>The job was cancelled; starting it again goes on.</summary>
    Cancelled,

    /// <summary>Too many lines were rejected; starting it again with a higher limit goes on.</summary>
    Stopped,
}
