using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TextRepair.Corpus.Tests;

public sealed class TelemetryTests : IDisposable
{
    // Other tests run beside these in one process: what they do is told apart by the name of the shard, and sums only grow.
    private readonly string _name = $"{Guid.NewGuid()}.jsonl";
    private readonly CorpusFolder _folder = new();
    private readonly ConcurrentBag<Activity> _ended = [];
    private readonly ActivityListener _activities;

    public TelemetryTests()
    {
        _activities = new()
        {
            ShouldListenTo = source => source.Name == CorpusTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = _ended.Add,
        };
        ActivitySource.AddActivityListener(_activities);
    }

    public void Dispose()
    {
        _activities.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_shard_is_a_span_and_its_documents_edits_and_rejects_are_counted()
    {
        var sums = new ConcurrentDictionary<string, double>();
        using MeterListener meters = Listen(sums);
        _folder.Write(_name, """{"text":"效劳业的根底"}""", """{"text":"好"}""", "{broken");

        await _folder.RunAsync();

        Activity span = Assert.Single(_ended, Mine);
        Assert.Equal(("textrepair.shard", ActivityStatusCode.Unset), (span.OperationName, span.Status));
        Assert.True(sums["textrepair.documents"] >= 2);
        Assert.True(sums["textrepair.characters"] >= 7);
        Assert.True(sums["textrepair.edits textrepair.kind=substitution"] >= 2);
        Assert.True(sums["textrepair.rejects error.type=broken-json"] >= 1);
        Assert.True(sums["textrepair.shard.duration"] > 0);
    }

    [Fact]
    public async Task A_shard_that_fails_says_so()
    {
        _folder.Write(_name + ".gz", "{}");
        string path = Path.Combine(_folder.Input, _name + ".gz");
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^4]);

        Assert.Single((await _folder.RunAsync()).Failures);

        Activity span = Assert.Single(_ended, Mine);
        Assert.Equal(ActivityStatusCode.Error, span.Status);
        Assert.Equal("System.IO.InvalidDataException", span.GetTagItem("error.type"));
    }

    private bool Mine(Activity activity) => activity.GetTagItem("textrepair.shard.name") is string name && name.StartsWith(_name, StringComparison.Ordinal);

    private static MeterListener Listen(ConcurrentDictionary<string, double> sums)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == CorpusTelemetry.Name) self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
        return listener;

        void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            string key = instrument.Name;
            foreach ((string name, object? tag) in tags) key += $" {name}={tag}";
            sums.AddOrUpdate(key, value, (_, sum) => sum + value);
        }
    }
}
