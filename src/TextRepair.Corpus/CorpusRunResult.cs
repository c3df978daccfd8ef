namespace TextRepair.Corpus;

/// <summary>How a run ended.</summary>
/// <param name="Summary">What became of the corpus so far, work of other runs and processes included.</param>
/// <param name="Failures">The shards of this run that could not be finished, by name.</param>
public sealed record CorpusRunResult(CorpusSummary Summary, IReadOnlyList<ShardFailure> Failures)
{
    /// <summary>Gets a value indicating whether every shard of the corpus is done.</summary>
    public bool IsComplete => Failures.Count == 0 && Summary.ShardsDone == Summary.Shards;
}
