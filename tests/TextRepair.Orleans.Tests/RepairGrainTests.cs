using Orleans.Concurrency;

namespace TextRepair.Orleans.Tests;

public sealed class RepairGrainTests(ClusterFixture fixture) : IClassFixture<ClusterFixture>
{
    private IRepairGrain Grain => fixture.Cluster.GrainFactory.GetGrain<IRepairGrain>(0);

    [Fact]
    public async Task A_call_says_what_the_library_says()
    {
        const string Text = "全县根底设施建设全面铺开，效劳业增加值到达新高，效劳水平稳步提升。";
        RepairResult expected = new TextRepairer().Repair(Text);

        RepairReply reply = (await Grain.RepairAsync(new(Text))).Value;

        Assert.Equal(expected.Text, reply.Text);
        Assert.Equal(expected.Edits.Select(edit => (edit.Start, edit.Replacement)), reply.Edits.Select(edit => (edit.Start, edit.Replacement)));
    }

    [Fact]
    public async Task A_text_too_long_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Grain.RepairAsync(new(new string('好', 1001))));

    [Fact]
    public async Task More_calls_than_a_silo_holds_are_refused_and_the_others_are_answered()
    {
        const string text = GateSource.Waiting + "效劳业的根底设施。";

        Task<Immutable<RepairReply>>[] calls = [.. Enumerable.Range(0, 300).Select(_ => Grain.RepairAsync(new(text)))];
        // As long as the gate is shut, only what is refused comes back.
        await Task.WhenAny(calls);
        GateSource.Gate.Set();
        await Task.WhenAll(calls).ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.All(calls.Where(call => call.IsFaulted), call => Assert.IsType<TooManyCallsException>(call.Exception!.InnerException));
        Assert.Contains(calls, call => call.IsFaulted);
        Assert.Contains(calls, call => call.IsCompletedSuccessfully);
    }
}
