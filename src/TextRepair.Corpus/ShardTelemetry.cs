using System.Diagnostics;

namespace TextRepair.Corpus;

/// <summary>The span of one shard, and how long it took; both say what ended it where that was not its end.</summary>
internal sealed class ShardTelemetry : IDisposable
{
    private readonly Activity? _activity = CorpusTelemetry.Activities.StartActivity("textrepair.shard");
    private readonly long _started = Stopwatch.GetTimestamp();
    private string? _error;

    public ShardTelemetry(CorpusShard shard) => _activity?.SetTag("textrepair.shard.name", shard.Name);

    public void Failed(Exception e)
    {
        _error = e.GetType().FullName;
        _activity?.SetTag("error.type", _error);
        _activity?.SetStatus(ActivityStatusCode.Error, e.Message);
    }

    public void Dispose()
    {
        double seconds = Stopwatch.GetElapsedTime(_started).TotalSeconds;
        if (_error is null) CorpusTelemetry.ShardDuration.Record(seconds);
        else CorpusTelemetry.ShardDuration.Record(seconds, new KeyValuePair<string, object?>("error.type", _error));
        _activity?.Dispose();
    }
}
