using TextRepair.Corpus;

namespace TextRepair.Orleans;

/// <summary>Tells the job how a shard goes on, and stops the work when the job says so.</summary>
internal sealed class ShardReporter : IShardObserver, IDisposable
{
    private readonly IShardSourceGrain _source;
    private readonly ShardLease _lease;
    private readonly string _worker;
    private readonly CancellationTokenSource _cancellation;
    private readonly Timer _timer;
    private readonly Lock _gate = new();
    private ShardNews _news;
    private int _isReporting;

    public ShardReporter(IShardSourceGrain source, ShardLease lease, string worker, TimeSpan interval, CancellationToken stop)
    {
        (_source, _lease, _worker) = (source, lease, worker);
        _cancellation = CancellationTokenSource.CreateLinkedTokenSource(stop);
        _timer = new Timer(_ => _ = ReportAsync(), null, interval, interval);
    }

    public CancellationToken Cancellation => _cancellation.Token;

    public void Resumed(CorpusCounts done) => Add(done, 0);

    public void Advanced(CorpusCounts added, long inputBytes) => Add(added, inputBytes);

    public void Done()
    {
    }

    /// <summary>Puts the counts of the whole shard in the place of what was heard under way.</summary>
    public void Set(ShardReport report)
    {
        lock (_gate) _news = default;
        Add(report.Counts, report.InputBytes);
    }

    /// <summary>Stops reporting and gives the last word.</summary>
    public ShardNews Stop()
    {
        _timer.Change(Timeout.Infinite, Timeout.Infinite);
        lock (_gate) return _news;
    }

    public void Dispose()
    {
        _timer.Dispose();
        _cancellation.Dispose();
    }

    private void Add(CorpusCounts counts, long bytes)
    {
        lock (_gate)
            _news = _news with { Bytes = 0 } + new ShardNews(Math.Min(bytes, _lease.Bytes), counts.Documents, counts.Characters, counts.ChangedDocuments, counts.Edits, counts.Rejects);
    }

    private async Task ReportAsync()
    {
        if (Interlocked.Exchange(ref _isReporting, 1) == 1) return;
        try
        {
            ShardNews news;
            lock (_gate) news = _news;
            if (!await _source.HearAsync(_lease.Index, _worker, news).ConfigureAwait(false)) await _cancellation.CancelAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is TimeoutException or OrleansException or ObjectDisposedException or OperationCanceledException || e.GetType().Namespace?.StartsWith("Orleans", StringComparison.Ordinal) == true)
        {
            // The job cannot be reached just now. The work is right all the same, and is found done when the job is back.
        }
        finally
        {
            Volatile.Write(ref _isReporting, 0);
        }
    }
}
