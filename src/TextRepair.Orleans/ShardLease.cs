namespace TextRepair.Orleans;

/// <summary>The right to work on a shard, as long as one is heard of.</summary>
[GenerateSerializer, Alias("textrepair.lease")]
internal sealed record ShardLease(
    [property: Id(0)] CorpusJob Job,
    [property: Id(1)] int Index,
    [property: Id(2)] string Name,
    [property: Id(3)] string Path,
    [property: Id(4)] long Bytes,
    [property: Id(5)] long Written);
