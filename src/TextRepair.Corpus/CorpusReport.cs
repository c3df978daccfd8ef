using System.Text;
using System.Text.Json;

namespace TextRepair.Corpus;

/// <summary>Writes the summary of an output folder.</summary>
internal static class CorpusReport
{
    public const string Name = "summary.json";

    public static CorpusSummary Write(CorpusPlan plan, string folder, string fingerprint) => Write(Sum(plan, folder, fingerprint), folder);

    /// <summary>Adds up what is done, whoever did it.</summary>
    public static CorpusSummary Sum(CorpusPlan plan, string folder, string fingerprint)
    {
        var done = new List<ShardReport>();
        foreach (CorpusShard shard in plan.Shards)
            if (ShardRunner.FindDone(shard, folder, fingerprint) is { } report) done.Add(report);
        return CorpusSummary.Of(plan.Shards.Count, done);
    }

    public static CorpusSummary Write(CorpusSummary summary, string folder)
    {
        Directory.CreateDirectory(folder);
        // The parts of a job array write it side by side.
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(summary, CorpusJson.Readable.CorpusSummary);
        WholeFile.WriteShared(Path.Combine(folder, Name), [.. json, (byte)'\n']);
        WholeFile.WriteShared(Path.Combine(folder, "summary.html"), Encoding.UTF8.GetBytes(SummaryPage.Of(summary)));
        return summary;
    }
}
