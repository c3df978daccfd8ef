using TextRepair.Corpus;

namespace TextRepair.Orleans;

/// <summary>What a job is about: written once, when it is planned.</summary>
[GenerateSerializer, Alias("textrepair.jobplan")]
internal sealed class CorpusJobPlan
{
    /// <summary>Gets or sets which plan this is: progress belongs to one plan only.</summary>
    [Id(0)]
    public Guid Version { get; set; }

    /// <summary>Names and paths share all but the root, which is kept once.</summary>
    [Id(1)]
    public string Root { get; set; } = "";

    [Id(2)]
    public string[] Names { get; set; } = [];

    [Id(3)]
    public long[] Bytes { get; set; } = [];

    [Id(4)]
    public long[] Written { get; set; } = [];

    public bool Is(CorpusPlan plan) =>
        plan.Shards.Count == Names.Length
        && plan.Shards.All(shard => Names[shard.Index] == shard.Name && Bytes[shard.Index] == shard.Bytes && Written[shard.Index] == shard.Written);

    public void Set(CorpusPlan plan)
    {
        CorpusShard first = plan.Shards[0];
        Version = Guid.NewGuid();
        Root = first.Path[..^first.Name.Length];
        Names = [.. plan.Shards.Select(shard => shard.Name)];
        Bytes = [.. plan.Shards.Select(shard => shard.Bytes)];
        Written = [.. plan.Shards.Select(shard => shard.Written)];
    }
}
