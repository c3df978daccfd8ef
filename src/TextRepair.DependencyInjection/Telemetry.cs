using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TextRepair.DependencyInjection;

/// <summary>Counts and traces repairs. Numbers and names of kinds only: no text of any document.</summary>
internal sealed class Telemetry : IDisposable
{
    private static readonly string[] Kinds = [.. Enum.GetNames<EditKind>().Select(LowerFirst)];

    private readonly ActivitySource _source = new(TextRepairTelemetry.ActivitySourceName);
    private readonly Meter _meter;
    private readonly bool _ownsMeter;
    private readonly Counter<long> _documents, _characters, _edits, _findings, _reloads;
    private readonly Histogram<double> _duration;

    public Telemetry(IMeterFactory? meters = null)
    {
        _ownsMeter = meters is null;
        _meter = meters?.Create(TextRepairTelemetry.MeterName) ?? new Meter(TextRepairTelemetry.MeterName);
        _documents = _meter.CreateCounter<long>("textrepair.documents", "{document}", "Documents read.");
        _characters = _meter.CreateCounter<long>("textrepair.characters", "{character}", "UTF-16 code units read.");
        _edits = _meter.CreateCounter<long>("textrepair.edits", "{edit}", "Edits made.");
        _findings = _meter.CreateCounter<long>("textrepair.findings", "{finding}", "Damage seen and not repaired.");
        _reloads = _meter.CreateCounter<long>("textrepair.reloads", "{reload}", "Times that options and dictionaries were read again.");
        _duration = _meter.CreateHistogram<double>("textrepair.repair.duration", "s", "Time to repair one document.");
    }

    public Activity? Start(string repairer) => _source.StartActivity("textrepair.repair")?.SetTag("textrepair.repairer", repairer);

    public void Reloaded(string repairer, bool succeeded) =>
        _reloads.Add(1, new("textrepair.repairer", repairer), new("textrepair.succeeded", succeeded));

    public void Record(string repairer, RepairResult result, TimeSpan time, Activity? activity)
    {
        KeyValuePair<string, object?> name = new("textrepair.repairer", repairer);
        _documents.Add(1, name, new("textrepair.changed", result.Edits.Count > 0));
        _characters.Add(result.Original.Length, name);
        _findings.Add(result.Findings.Count, name);
        _duration.Record(time.TotalSeconds, name);
        if (_edits.Enabled) CountEdits(result.Edits, name);
        if (activity is not { IsAllDataRequested: true }) return;
        activity.SetTag("textrepair.characters", result.Original.Length)
            .SetTag("textrepair.edits", result.Edits.Count)
            .SetTag("textrepair.findings", result.Findings.Count)
            .SetTag("textrepair.damage_probability", result.Diagnosis.DamageProbability);
    }

    // The meter of a factory is disposed of by the factory.
    public void Dispose()
    {
        _source.Dispose();
        if (_ownsMeter) _meter.Dispose();
    }

    private void CountEdits(EditList edits, KeyValuePair<string, object?> name)
    {
        Span<int> counts = stackalloc int[Kinds.Length];
        for (int i = 0; i < edits.Count; i++) counts[(int)edits[i].Kind]++;
        for (int kind = 0; kind < counts.Length; kind++)
            if (counts[kind] > 0) _edits.Add(counts[kind], name, new("textrepair.kind", Kinds[kind]));
    }

    private static string LowerFirst(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
