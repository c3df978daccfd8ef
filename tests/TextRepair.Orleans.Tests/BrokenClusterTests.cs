using TextRepair.Corpus;

namespace TextRepair.Orleans.Tests;

/// <summary>Breaks a cluster of its own in mid job.</summary>
public sealed class BrokenClusterTests : IAsyncLifetime
{
    private readonly ClusterFixture _fixture = new();
    private readonly CorpusFolder _folder = new();
    private readonly string _name = Guid.NewGuid().ToString();

    public ValueTask InitializeAsync() => _fixture.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _fixture.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Silos_that_die_and_come_late_leave_nothing_out_and_do_nothing_twice()
    {
        for (int i = 0; i < 10; i++) _folder.Write($"{i}.jsonl.gz", [.. Samples.Lines(new Random(i), 300)]);
        CorpusRunResult alone = await _folder.RunAsync("alone", options => options.BlockBytes = 1 << 20);
        _fixture.BeforeRepair = () => Thread.Sleep(1);
        ICorpusJobGrain job = _fixture.Job(_name);
        await job.StartAsync(new() { Input = _folder.Input, Output = _folder.Output });
        await ClusterFixture.WaitAsync(job, status => status.ShardsDone > 0);

        await _fixture.Cluster.KillSiloAsync(_fixture.Cluster.SecondarySilos[0], TestContext.Current.CancellationToken);
        await _fixture.Cluster.StartAdditionalSiloAsync();
        _fixture.BeforeRepair = null;

        JobStatus status = await ClusterFixture.WaitAsync(job, status => status.Phase != JobPhase.Running);
        Assert.Equal(JobPhase.Done, status.Phase);
        Assert.Equal(alone.Summary.Counts.Documents, status.Documents);
        Assert.Equal(_folder.Files("alone"), _folder.Files("out"));
    }
}
