using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TextRepair.Corpus;

/// <summary>What a run tells whoever listens, by the naming conventions of OpenTelemetry. Nobody listening costs nothing.</summary>
public static class CorpusTelemetry
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "TextRepair.Corpus";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Documents = Meter.CreateCounter<long>("textrepair.documents", "{document}", "Documents repaired or found right.");
    private static readonly Counter<long> Characters = Meter.CreateCounter<long>("textrepair.characters", "{character}", "Characters of these documents, in UTF-16 code units.");
    private static readonly Counter<long> Edits = Meter.CreateCounter<long>("textrepair.edits", "{edit}", "Edits made, by kind.");
    private static readonly Counter<long> Rejects = Meter.CreateCounter<long>("textrepair.rejects", "{line}", "Lines rejected, by reason.");

    internal static ActivitySource Activities { get; } = new(Name);

    internal static Histogram<double> ShardDuration { get; } = Meter.CreateHistogram<double>("textrepair.shard.duration", "s", "Time from taking a shard to its marker, or to what kept it from it (error.type).");

    internal static void Count(CorpusCounts counts)
    {
        Documents.Add(counts.Documents);
        Characters.Add(counts.Characters);
        foreach ((string kind, long count) in counts.EditsByKind) Edits.Add(count, new KeyValuePair<string, object?>("textrepair.kind", kind));
        foreach ((string reason, long count) in counts.RejectsByReason) Rejects.Add(count, new KeyValuePair<string, object?>("error.type", reason));
    }
}
