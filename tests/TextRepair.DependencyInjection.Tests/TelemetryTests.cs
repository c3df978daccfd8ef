using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TextRepair.DependencyInjection.Tests;

public class TelemetryTests
{
    private const string Text = "今天天气很好，我们去公园散步。\n\n";

    [Fact]
    public void Documents_characters_and_time_are_counted_under_the_repairers_name()
    {
        using ServiceProvider services = Build(new LogCollector());
        var sums = new Dictionary<string, double>();
        var tags = new List<KeyValuePair<string, object?>>();
        using MeterListener listener = Listen(services, sums, tags);
        var repairer = services.GetRequiredKeyedService<ITextRepairer>("laws");
        repairer.Repair(Text);
        repairer.Repair(Text);
        Assert.Equal(2, sums["textrepair.documents"]);
        Assert.Equal(2 * Text.Length, sums["textrepair.characters"]);
        Assert.True(sums["textrepair.repair.duration"] > 0);
        Assert.Contains(tags, tag => tag is { Key: "textrepair.repairer", Value: "laws" });
    }

    [Fact]
    public void Edits_are_counted_by_kind()
    {
        using ServiceProvider services = Build(new LogCollector());
        var sums = new Dictionary<string, double>();
        var tags = new List<KeyValuePair<string, object?>>();
        using MeterListener listener = Listen(services, sums, tags);
        TextEdit[] edits = [new(0, "今", "甲", EditKind.Substitution, 1, "r", "r"), new(2, "天", "乙", EditKind.Quote, 1, "r", "r"), new(4, "很", "丙", EditKind.Quote, 1, "r", "r")];
        EditList list = EditList.Create(edits);
        services.GetRequiredService<Telemetry>().Record("laws", new RepairResult(Text, list.ApplyTo(Text), list, [], Diagnosis.Clean), TimeSpan.FromSeconds(1), null);
        Assert.Equal(3, sums["textrepair.edits"]);
        Assert.Equal(["substitution", "quote"], tags.Where(tag => tag.Key == "textrepair.kind").Select(tag => tag.Value));
    }

    [Fact]
    public void Every_repair_is_an_activity_with_its_figures()
    {
        using ServiceProvider services = Build(new LogCollector());
        var activities = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == TextRepairTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.GetTagItem("textrepair.repairer") is "traced") activities.Add(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);
        services.GetRequiredKeyedService<ITextRepairer>("traced").Repair(Text);
        Activity activity = Assert.Single(activities);
        Assert.Equal("textrepair.repair", activity.OperationName);
        Assert.Equal(Text.Length, activity.GetTagItem("textrepair.characters"));
    }

    [Fact]
    public void No_text_of_a_document_is_in_logs_tags_or_traces()
    {
        const string secret = "绝密内容甲乙丙";
        var log = new LogCollector();
        using ServiceProvider services = Build(log);
        var tags = new List<KeyValuePair<string, object?>>();
        using MeterListener listener = Listen(services, [], tags);
        using var activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == TextRepairTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (tags) tags.AddRange(activity.TagObjects);
            },
        };
        ActivitySource.AddActivityListener(activities);
        services.GetRequiredKeyedService<ITextRepairer>("laws").Repair(secret + "，根底设施建设和效劳业开展，原那么上到达要求。");
        Assert.NotEmpty(log.Entries);
        // Other tests repair at the same time, and their measurements reach this listener too.
        KeyValuePair<string, object?>[] seen;
        lock (tags) seen = [.. tags];
        Assert.NotEmpty(seen);
        string[] said = [.. log.Entries.Select(entry => entry.Message), .. seen.Select(tag => $"{tag.Key}={tag.Value}")];
        Assert.DoesNotContain(said, line => secret.Any(c => line.Contains(c, StringComparison.Ordinal)) || line.Contains("根底", StringComparison.Ordinal));
    }

    private static ServiceProvider Build(LogCollector log)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace));
        services.AddMetrics();
        services.AddTextRepair("laws");
        services.AddTextRepair("traced");
        return services.BuildServiceProvider();
    }

    private static MeterListener Listen(IServiceProvider services, Dictionary<string, double> sums, List<KeyValuePair<string, object?>> tags)
    {
        object scope = services.GetRequiredService<IMeterFactory>();
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == TextRepairTelemetry.MeterName && instrument.Meter.Scope == scope) listener.EnableMeasurementEvents(instrument);
            },
        };
        void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> given)
        {
            sums[instrument.Name] = sums.GetValueOrDefault(instrument.Name) + value;
            lock (tags) tags.AddRange(given);
        }
        listener.SetMeasurementEventCallback<long>((instrument, value, given, _) => Add(instrument, value, given));
        listener.SetMeasurementEventCallback<double>((instrument, value, given, _) => Add(instrument, value, given));
        listener.Start();
        return listener;
    }
}
