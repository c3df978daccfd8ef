using TextRepair.Corpus;

namespace TextRepair.Orleans;

/// <summary>What a job keeps: its plan, and which shards are done.</summary>
/// <remarks>
/// The truth about a shard is its marker on the disk; this is a note of it, written every few seconds. A shard that is done and
/// not noted is handed out again, found done at once, and noted. Leases are not kept at all.
/// </remarks>
[GenerateSerializer, Alias("textrepair.jobstate")]
internal sealed class CorpusJobState
{
    [Id(0)]
    public CorpusJob? Job { get; set; }

    [Id(1)]
    public JobPhase Phase { get; set; }

    /// <summary>Names and paths share all but the root, which is kept once.</summary>
    [Id(2)]
    public string Root { get; set; } = "";

    [Id(3)]
    public string[] Names { get; set; } = [];

    [Id(4)]
    public long[] Bytes { get; set; } = [];

    [Id(5)]
    public long[] Written { get; set; } = [];

    /// <summary>One byte for each shard: 0 open, 1 done, 2 failed.</summary>
    [Id(6)]
    public byte[] Marks { get; set; } = [];

    [Id(7)]
    public ShardNews Done { get; set; }

    [Id(8)]
    public Dictionary<int, string> Failures { get; set; } = [];

    public void Plan(CorpusPlan plan)
    {
        CorpusShard first = plan.Shards[0];
        Root = first.Path[..^first.Name.Length];
        Names = [.. plan.Shards.Select(shard => shard.Name)];
        Bytes = [.. plan.Shards.Select(shard => shard.Bytes)];
        Written = [.. plan.Shards.Select(shard => shard.Written)];
        Marks = new byte[Names.Length];
        Done = default;
        Failures = [];
    }
}
