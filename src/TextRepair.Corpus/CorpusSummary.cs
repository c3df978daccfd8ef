namespace TextRepair.Corpus;

/// <summary>What became of a corpus, added up from its finished shards: the same whoever repaired them and in what order.</summary>
/// <param name="Shards">How many shards the corpus has.</param>
/// <param name="ShardsDone">How many of them are done.</param>
/// <param name="InputBytes">The size of the finished shards' input on disk, in bytes.</param>
/// <param name="OutputBytes">The size of their output, in bytes.</param>
/// <param name="ChangedShare">The share of documents that were changed, from 0 to 1.</param>
/// <param name="EditsPerMillionCharacters">The edits made for a million UTF-16 code units.</param>
/// <param name="Rejects">The rejected lines.</param>
/// <param name="Counts">What was counted.</param>
public sealed record CorpusSummary(
    int Shards,
    int ShardsDone,
    long InputBytes,
    long OutputBytes,
    double ChangedShare,
    double EditsPerMillionCharacters,
    long Rejects,
    CorpusCounts Counts)
{
    internal static CorpusSummary Of(int shards, IReadOnlyCollection<ShardReport> done)
    {
        var counts = new CorpusCounts();
        foreach (ShardReport report in done) counts.Add(report.Counts);
        return new(
            shards,
            done.Count,
            done.Sum(report => report.InputBytes),
            done.Sum(report => report.OutputBytes),
            (double)counts.ChangedDocuments / Math.Max(1, counts.Documents),
            1e6 * counts.Edits / Math.Max(1, counts.Characters),
            counts.Rejects,
            counts);
    }
}
