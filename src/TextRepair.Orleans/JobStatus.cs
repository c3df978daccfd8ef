namespace TextRepair.Orleans;

/// <summary>How far a job has come.</summary>
/// <param name="Phase">Where it stands.</param>
/// <param name="Shards">How many shards it has.</param>
/// <param name="ShardsDone">How many are done.</param>
/// <param name="ShardsInWork">How many are being worked on.</param>
/// <param name="Bytes">How much input is read, in bytes on the disk.</param>
/// <param name="TotalBytes">How much there is.</param>
/// <param name="Documents">The documents done.</param>
/// <param name="Characters">Their length, in UTF-16 code units.</param>
/// <param name="ChangedDocuments">The documents that were changed.</param>
/// <param name="Edits">The edits made.</param>
/// <param name="Rejects">The lines rejected.</param>
/// <param name="Failures">Shards that failed, with the reason; the first hundred.</param>
[GenerateSerializer, Alias("textrepair.status")]
public sealed record JobStatus(
    [property: Id(0)] JobPhase Phase,
    [property: Id(1)] int Shards,
    [property: Id(2)] int ShardsDone,
    [property: Id(3)] int ShardsInWork,
    [property: Id(4)] long Bytes,
    [property: Id(5)] long TotalBytes,
    [property: Id(6)] long Documents,
    [property: Id(7)] long Characters,
    [property: Id(8)] long ChangedDocuments,
    [property: Id(9)] long Edits,
    [property: Id(10)] long Rejects,
    [property: Id(11)] IReadOnlyList<string> Failures);
