using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace TextRepair.Orleans;

/// <summary>What a silo tells whoever listens, by the naming conventions of OpenTelemetry; documents and edits are counted by <see cref="Corpus.CorpusTelemetry"/>.</summary>
public static class OrleansTelemetry
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "TextRepair.Orleans";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Shards = Meter.CreateCounter<long>("textrepair.shards", "{shard}", "Shards that ended, by outcome.");
    private static readonly Counter<long> Expired = Meter.CreateCounter<long>("textrepair.leases.expired", "{lease}", "Leases taken back because their worker was silent.");
    private static readonly Counter<long> Refused = Meter.CreateCounter<long>("textrepair.calls.refused", "{call}", "Repair calls refused, by reason.");

    internal static ActivitySource Activities { get; } = new(Name);

    internal static Histogram<double> CallDuration { get; } = Meter.CreateHistogram<double>("textrepair.call.duration", "s", "Time of repair calls, waiting included.");

    internal static void Ended(ShardOutcome outcome) =>
        Shards.Add(1, new KeyValuePair<string, object?>("textrepair.shard.outcome", outcome.ToString().ToLowerInvariant()));

    internal static void LeaseExpired() => Expired.Add(1);

    internal static void CallRefused(string reason) => Refused.Add(1, new KeyValuePair<string, object?>("error.type", reason));
}
