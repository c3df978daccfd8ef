namespace TextRepair.Orleans;

/// <summary>How far a job has come; written every few seconds, so it holds one byte for each shard and no name.</summary>
/// <remarks>
/// The truth about a shard is its marker on the disk; this is a note of it. A shard that is done and not noted is handed out
/// again, found done at once, and noted. Leases are not kept at all.
/// </remarks>
[GenerateSerializer, Alias("textrepair.jobstate")]
internal sealed class CorpusJobState
{
    [Id(0)]
    public CorpusJob? Job { get; set; }

    [Id(1)]
    public JobPhase Phase { get; set; }

    /// <summary>The plan that the marks are about.</summary>
    [Id(2)]
    public Guid Plan { get; set; }

    /// <summary>One byte for each shard: 0 open, 1 done, 2 failed.</summary>
    [Id(3)]
    public byte[] Marks { get; set; } = [];

    [Id(4)]
    public ShardNews Done { get; set; }

    [Id(5)]
    public Dictionary<int, string> Failures { get; set; } = [];

    /// <summary>Begins anew with a plan.</summary>
    public void Begin(CorpusJobPlan plan)
    {
        Plan = plan.Version;
        Marks = new byte[plan.Names.Length];
        Done = default;
        Failures = [];
    }
}
