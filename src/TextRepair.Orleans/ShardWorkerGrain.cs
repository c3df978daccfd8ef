using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Placement;
using TextRepair.Corpus;

namespace TextRepair.Orleans;

/// <summary>Takes shards from running jobs and repairs them, one at a time, away from the grain's own thread.</summary>
[PreferLocalPlacement]
internal sealed partial class ShardWorkerGrain(CorpusEngines engines, IOptions<TextRepairSiloOptions> options, ILogger<ShardWorkerGrain> logger) : Grain, IShardWorkerGrain, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private Task _work = Task.CompletedTask;

    public Task WakeAsync()
    {
        DelayDeactivation(TimeSpan.FromMinutes(10));
        (string name, IGrainFactory grains) = (this.GetPrimaryKeyString(), GrainFactory);
        // The lambda runs on the thread pool: repairing takes a processor for minutes, and grains share few threads.
        if (_work.IsCompleted) _work = Task.Run(() => WorkAsync(name, grains), CancellationToken.None);
        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await _work.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    public void Dispose() => _stop.Dispose();

    private async Task WorkAsync(string worker, IGrainFactory grains)
    {
        try
        {
            foreach (string job in await grains.GetGrain<ICorpusJobsGrain>(0).ListAsync())
                await WorkOnAsync(job, worker, grains.GetGrain<IShardSourceGrain>(job));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The job, its silo or the store is away. The next wake-up tries again; nothing is lost but time.
            LogAway(e, worker);
        }
    }

    private async Task WorkOnAsync(string job, string worker, IShardSourceGrain source)
    {
        // After a shard that is busy there may be nothing else for a while; the next wake-up comes soon enough.
        ShardOutcome last = ShardOutcome.Done;
        while (last is ShardOutcome.Done && !_stop.IsCancellationRequested && await source.TakeAsync(worker) is { } lease)
            last = await RepairAsync(job, worker, lease, source);
    }

    private async Task<ShardOutcome> RepairAsync(string job, string worker, ShardLease lease, IShardSourceGrain source)
    {
        using var reporter = new ShardReporter(source, lease, worker, options.Value.ReportInterval, _stop.Token);
        (ShardOutcome outcome, string? message) = await RunAsync(job, lease, reporter);
        ShardNews news = reporter.Stop();
        await source.EndAsync(lease.Index, worker, outcome, news, message);
        return outcome;
    }

    private async Task<(ShardOutcome Outcome, string? Message)> RunAsync(string job, ShardLease lease, ShardReporter reporter)
    {
        try
        {
            CorpusEngine engine = engines.For(job, lease.Job);
            var shard = new CorpusShard(lease.Index, lease.Name, lease.Path, lease.Bytes, lease.Written);
            ShardReport report = await new ShardRunner(engine, reporter) { MaximumPending = 2 }.RunAsync(shard, reporter.Cancellation);
            reporter.Set(report);
            return (ShardOutcome.Done, null);
        }
        catch (ShardBusyException)
        {
            return (ShardOutcome.Busy, null);
        }
        catch (OperationCanceledException)
        {
            return (ShardOutcome.Stopped, null);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            LogFailed(e, lease.Name);
            return (ShardOutcome.Failed, e.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Worker} found nobody to take work from.")]
    private partial void LogAway(Exception e, string worker);

    [LoggerMessage(LogLevel.Warning, "{Shard} failed.")]
    private partial void LogFailed(Exception e, string shard);
}
