namespace TextRepair.Orleans;

/// <summary>How far a worker has come with a shard.</summary>
[GenerateSerializer, Alias("textrepair.news")]
internal readonly record struct ShardNews(
    [property: Id(0)] long Bytes,
    [property: Id(1)] long Documents,
    [property: Id(2)] long Characters,
    [property: Id(3)] long ChangedDocuments,
    [property: Id(4)] long Edits,
    [property: Id(5)] long Rejects)
{
    public static ShardNews operator +(ShardNews a, ShardNews b) => new(
        a.Bytes + b.Bytes,
        a.Documents + b.Documents,
        a.Characters + b.Characters,
        a.ChangedDocuments + b.ChangedDocuments,
        a.Edits + b.Edits,
        a.Rejects + b.Rejects);
}
