using System.Collections.Concurrent;

namespace TextRepair.Corpus;

/// <summary>Repairs a corpus on one machine.</summary>
/// <remarks>
/// Each input file is a shard. It is done or not done: its output, edits and rejects are written aside, renamed when complete,
/// and marked. A run that was killed goes on where it was, with the same bytes in the end; finished work is passed over.
/// </remarks>
/// <example>
/// <code>
/// using var runner = new CorpusRunner(new CorpusOptions { Input = "raw", Output = "clean" });
/// CorpusRunResult result = await runner.RunAsync();
/// Console.WriteLine($"{result.Summary.ChangedShare:P1} of the documents were changed");
/// </code>
/// </example>
public sealed class CorpusRunner : IDisposable
{
    private readonly CorpusOptions _options;
    private readonly CorpusEngine _engine;

    /// <summary>Initialises a runner.</summary>
    /// <param name="options">The options; not to be changed afterwards.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range; the message names it and the values allowed.</exception>
    public CorpusRunner(CorpusOptions options)
        : this(options, repair: null)
    {
    }

    internal CorpusRunner(CorpusOptions options, Func<string, DocumentRepair>? repair)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_options, _engine) = (options, new CorpusEngine(options, repair));
    }

    /// <summary>Repairs what is not yet repaired, and writes <c>summary.json</c> and <c>summary.html</c> into the output folder.</summary>
    /// <param name="progress">Hears of every block written; called by several threads, one at a time.</param>
    /// <param name="cancellation">Stops the run after the documents in work; the next run goes on there.</param>
    /// <returns>The summary, and the shards that failed: unreadable files, full disks; <c>summary.json</c> where that could not be written. The other shards are finished all the same.</returns>
    /// <exception cref="CorpusException">There is no input; the output was made with other options; or more than <see cref="CorpusOptions.MaximumRejects"/> lines were rejected.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    public async Task<CorpusRunResult> RunAsync(IProgress<CorpusProgress>? progress = null, CancellationToken cancellation = default)
    {
        CorpusPlan plan = CorpusPlan.Create(_options.Input, _options.Output);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        CorpusShard[] mine = [.. plan.Shards.Where(shard => _options.Shard.Contains(shard.Index))];
        var tracker = new ProgressTracker(mine.Length, mine.Sum(shard => shard.Bytes), _options.MaximumRejects, progress, stop.Cancel);
        List<CorpusShard> open = FindOpen(mine, tracker);
        tracker.Report();
        ConcurrentBag<ShardFailure> failures = [];
        try
        {
            await RunAllAsync(open, tracker, failures, stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (tracker.HasTooManyRejects)
        {
            throw new CorpusException($"Stopped: more than {_options.MaximumRejects} lines were rejected. Look into the rejects under {_options.Output}; run again with a higher limit to go on.");
        }
        CorpusSummary summary = CorpusReport.Sum(plan, _options.Output, _engine.Fingerprint);
        TryWrite(summary, failures);
        return new(summary, [.. failures.OrderBy(failure => failure.Name, StringComparer.Ordinal)]);
    }

    /// <inheritdoc/>
    public void Dispose() => _engine.Dispose();

    // On a full disk there is no room for the summary either, and what failed before is worth more than that.
    private void TryWrite(CorpusSummary summary, ConcurrentBag<ShardFailure> failures)
    {
        try
        {
            CorpusReport.Write(summary, _options.Output);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            failures.Add(new(CorpusReport.Name, e.Message));
        }
    }

    private List<CorpusShard> FindOpen(CorpusShard[] shards, ProgressTracker tracker)
    {
        List<CorpusShard> open = [];
        foreach (CorpusShard shard in shards)
        {
            if (ShardRunner.FindDone(shard, _options.Output, _engine.Fingerprint) is { } report) tracker.WasDone(report);
            else open.Add(shard);
        }
        return open;
    }

    private Task RunAllAsync(List<CorpusShard> shards, ProgressTracker tracker, ConcurrentBag<ShardFailure> failures, CancellationToken cancellation)
    {
        // Many small files keep the processors busy side by side; one large file does so by its blocks.
        int together = Math.Min(_options.Threads, Math.Max(1, shards.Count));
        int blocks = Math.Max(2, 2 * _options.Threads / together);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = together, CancellationToken = cancellation };
        return Parallel.ForEachAsync(shards, parallel, async (shard, token) =>
        {
            try
            {
                var runner = new ShardRunner(_engine, tracker.Observe(shard)) { MaximumPending = blocks };
                await runner.RunAsync(shard, token).ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException or CorpusException or ShardBusyException or ZstdSharp.ZstdException)
            {
                failures.Add(new(shard.Name, e.Message));
            }
        });
    }
}
