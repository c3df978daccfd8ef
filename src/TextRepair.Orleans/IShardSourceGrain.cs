namespace TextRepair.Orleans;

/// <summary>The side of a job that workers see; the same grain as <see cref="ICorpusJobGrain"/>.</summary>
[Alias("textrepair.IShardSourceGrain")]
internal interface IShardSourceGrain : IGrainWithStringKey
{
    /// <summary>Hands out a shard nobody works on; <see langword="null"/> when there is none.</summary>
    [Alias("Take")]
    Task<ShardLease?> TakeAsync(string worker);

    /// <summary>Hears from a worker. <see langword="false"/> asks it to stop.</summary>
    [Alias("Hear")]
    Task<bool> HearAsync(int shard, string worker, ShardNews news);

    /// <summary>Hears how a shard ended.</summary>
    [Alias("End")]
    Task EndAsync(int shard, string worker, ShardOutcome outcome, ShardNews news, string? message);
}
