namespace TextRepair.Corpus;

/// <summary>A shard that could not be finished; the next run tries it again from where it was left.</summary>
/// <param name="Name">The shard.</param>
/// <param name="Message">What happened.</param>
public sealed record ShardFailure(string Name, string Message);
