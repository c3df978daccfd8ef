using System.Diagnostics;
using System.Globalization;
using TextRepair.Orleans;

namespace TextRepair.Cluster;

/// <summary>Shows how a job goes on until it ends.</summary>
internal static class JobWatcher
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public static async Task<int> WatchAsync(ICorpusJobGrain job, CancellationToken cancellation)
    {
        long started = Stopwatch.GetTimestamp();
        long? first = null;
        JobStatus? status = null;
        while (true)
        {
            status = await TryGetAsync(job).ConfigureAwait(false) ?? status;
            if (status is not null && status.Phase != JobPhase.Running) return End(status);
            if (status is not null && !Console.IsErrorRedirected)
                await Console.Error.WriteAsync($"\r{Line(status, status.Bytes - (first ??= status.Bytes), Stopwatch.GetElapsedTime(started))}\u001b[K").ConfigureAwait(false);
            await Task.Delay(Pause, cancellation).ConfigureAwait(false);
        }
    }

    public static int End(JobStatus status)
    {
        if (!Console.IsErrorRedirected) Console.Error.WriteLine();
        foreach (string failure in status.Failures) Console.Error.WriteLine($"textrepair-cluster: {failure}");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{status.Phase.ToString().ToLowerInvariant()}: {status.ShardsDone} of {status.Shards} files, {status.Documents} documents, {status.ChangedDocuments} changed, {status.Edits} edits, {status.Rejects} rejected"));
        return status.Phase == JobPhase.Done ? ExitCodes.Done : ExitCodes.NotDone;
    }

    // The silo that keeps the job may just have died; another takes it over.
    private static async Task<JobStatus?> TryGetAsync(ICorpusJobGrain job)
    {
        try
        {
            return await job.GetStatusAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is TimeoutException or global::Orleans.Runtime.OrleansException or IOException)
        {
            return null;
        }
    }

    private static string Line(JobStatus status, long read, TimeSpan elapsed)
    {
        double rate = read / Math.Max(1, elapsed.TotalSeconds);
        string left = rate > 0 ? TimeSpan.FromSeconds((status.TotalBytes - status.Bytes) / rate).ToString(@"d\.hh\:mm\:ss", CultureInfo.InvariantCulture) : "?";
        double changed = (double)status.ChangedDocuments / Math.Max(1, status.Documents);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{status.ShardsDone}/{status.Shards} files, {status.ShardsInWork} in work, {rate / 1e6:0.0} MB/s, {left} left, {changed:P1} changed, {status.Rejects} rejected");
    }
}
