namespace TextRepair.Orleans;

/// <summary>Works on one shard at a time, on the silo that woke it. Its key is made of the silo and a number.</summary>
[Alias("textrepair.IShardWorkerGrain")]
internal interface IShardWorkerGrain : IGrainWithStringKey
{
    /// <summary>Begins to look for work, unless it has some. Returns at once.</summary>
    [Alias("Wake")]
    Task WakeAsync();
}
