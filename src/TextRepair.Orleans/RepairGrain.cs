using System.Diagnostics;
using Orleans.Concurrency;

namespace TextRepair.Orleans;

/// <summary>Answers repair calls on every silo. Reentrant, so that calls are counted when they come and not when their turn comes.</summary>
[StatelessWorker, Reentrant]
internal sealed class RepairGrain(RepairCalls calls) : Grain, IRepairGrain
{
    public async Task<Immutable<RepairReply>> RepairAsync(Immutable<string> text)
    {
        using Activity? activity = OrleansTelemetry.Activities.StartActivity("textrepair.repair");
        activity?.SetTag("textrepair.text.length", text.Value?.Length);
        long started = Stopwatch.GetTimestamp();
        RepairReply reply = await calls.RepairAsync(text.Value!);
        OrleansTelemetry.CallDuration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds);
        return reply.AsImmutable();
    }
}
