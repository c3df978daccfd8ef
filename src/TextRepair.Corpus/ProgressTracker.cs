namespace TextRepair.Corpus;

/// <summary>Adds up what the shards of a run report, and stops the run when too much is rejected.</summary>
internal sealed class ProgressTracker(int shards, long totalBytes, long? maximumRejects, IProgress<CorpusProgress>? progress, Action stop)
{
    private readonly Lock _gate = new();
    private CorpusProgress _now = new(0, shards, 0, totalBytes, 0, 0, 0, 0, 0);

    public bool HasTooManyRejects { get; private set; }

    public void WasDone(ShardReport report)
    {
        lock (_gate)
        {
            Add(report.Counts);
            _now = _now with { ShardsDone = _now.ShardsDone + 1, Bytes = _now.Bytes + report.InputBytes };
        }
    }

    public IShardObserver Observe(CorpusShard shard) => new Observer(this, shard);

    /// <summary>Reports where the run stands.</summary>
    public void Report()
    {
        lock (_gate)
        {
            progress?.Report(_now);
            if (!(_now.Rejects > maximumRejects)) return;
            HasTooManyRejects = true;
        }
        stop();
    }

    private void Add(CorpusCounts counts) => _now = _now with
    {
        Documents = _now.Documents + counts.Documents,
        Characters = _now.Characters + counts.Characters,
        ChangedDocuments = _now.ChangedDocuments + counts.ChangedDocuments,
        Edits = _now.Edits + counts.Edits,
        Rejects = _now.Rejects + counts.Rejects,
    };

    private sealed class Observer(ProgressTracker tracker, CorpusShard shard) : IShardObserver
    {
        private long _bytes;

        public void Resumed(CorpusCounts done)
        {
            lock (tracker._gate) tracker.Add(done);
        }

        public void Advanced(CorpusCounts added, long inputBytes)
        {
            // The file may be read ahead of what is written, but never beyond its size.
            long bytes = Math.Min(inputBytes, shard.Bytes);
            lock (tracker._gate)
            {
                tracker.Add(added);
                tracker._now = tracker._now with { Bytes = tracker._now.Bytes + bytes - _bytes };
            }
            _bytes = bytes;
            tracker.Report();
        }

        public void Done()
        {
            lock (tracker._gate)
                tracker._now = tracker._now with { ShardsDone = tracker._now.ShardsDone + 1, Bytes = tracker._now.Bytes + shard.Bytes - _bytes };
            tracker.Report();
        }
    }
}
