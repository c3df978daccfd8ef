using TextRepair.Corpus;
using TextRepair.Ocr;

namespace TextRepair.Orleans.Tests;

public sealed class CorpusJobTests(ClusterFixture fixture) : IClassFixture<ClusterFixture>, IDisposable
{
    private readonly CorpusFolder _folder = new();
    private readonly string _name = Guid.NewGuid().ToString();

    public void Dispose()
    {
        fixture.BeforeRepair = null;
        _folder.Dispose();
    }

    [Fact]
    public async Task A_job_gives_the_bytes_of_a_run_on_one_machine()
    {
        WriteFiles(12, 60);
        await RunAloneAsync();

        JobStatus status = await RunAsync();

        Assert.Equal((JobPhase.Done, 12, 12), (status.Phase, status.Shards, status.ShardsDone));
        Assert.Equal(_folder.Files("alone"), _folder.Files("out"));
    }

    [Fact]
    public async Task What_a_job_counts_is_what_its_summary_says()
    {
        WriteFiles(5, 40);

        JobStatus status = await RunAsync();

        CorpusSummary alone = (await RunAloneAsync()).Summary;
        Assert.Equal(
            (alone.Counts.Documents, alone.Counts.Characters, alone.Counts.ChangedDocuments, alone.Counts.Edits, alone.Rejects, status.TotalBytes),
            (status.Documents, status.Characters, status.ChangedDocuments, status.Edits, status.Rejects, status.Bytes));
    }

    [Fact]
    public async Task A_cancelled_job_hands_out_nothing_and_started_again_goes_on()
    {
        // Many more files than workers: when the job is cancelled, some are still to come however busy the machine is.
        WriteFiles(24, 200);
        await RunAloneAsync();
        Slow(TimeSpan.FromMilliseconds(2));
        ICorpusJobGrain job = fixture.Job(_name);
        await job.StartAsync(Job());
        await ClusterFixture.WaitAsync(job, status => status.ShardsDone > 0);

        Assert.Equal(JobPhase.Cancelled, (await job.CancelAsync()).Phase);
        JobStatus quiet = await ClusterFixture.WaitAsync(job, status => status.ShardsInWork == 0);
        Assert.True(quiet.ShardsDone < quiet.Shards);
        await Task.Delay(500, TestContext.Current.CancellationToken);
        Assert.Equal(quiet.ShardsDone, (await job.GetStatusAsync()).ShardsDone);

        fixture.BeforeRepair = null;
        Assert.Equal(JobPhase.Done, (await RunAsync()).Phase);
        Assert.Equal(_folder.Files("alone"), _folder.Files("out"));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_fails_the_job_and_nothing_else()
    {
        WriteFiles(4, 40);
        string broken = Path.Combine(_folder.Input, "1.jsonl.gz");
        byte[] whole = File.ReadAllBytes(broken);
        File.WriteAllBytes(broken, whole[..^9]);

        JobStatus status = await RunAsync();

        Assert.Equal((JobPhase.Failed, 3), (status.Phase, status.ShardsDone));
        Assert.Contains("1.jsonl.gz", Assert.Single(status.Failures), StringComparison.Ordinal);

        File.WriteAllBytes(broken, whole);
        Assert.Equal(JobPhase.Done, (await RunAsync()).Phase);
        await RunAloneAsync();
        Assert.Equal(_folder.Files("alone"), _folder.Files("out"));
    }

    [Fact]
    public async Task Too_many_rejects_stop_the_job_and_a_higher_limit_goes_on()
    {
        _folder.Write("bad.jsonl", [.. Enumerable.Repeat("{nothing", 100)]);

        Assert.Equal(JobPhase.Stopped, (await RunAsync(Job() with { MaximumRejects = 50 })).Phase);
        Assert.Equal(JobPhase.Done, (await RunAsync(Job() with { MaximumRejects = 100 })).Phase);
    }

    [Fact]
    public async Task A_job_over_finished_work_repairs_nothing()
    {
        WriteFiles(3, 40);
        await RunAsync();
        fixture.BeforeRepair = () => throw new InvalidOperationException("Repaired again.");

        Assert.Equal(JobPhase.Done, (await RunAsync()).Phase);
    }

    [Fact]
    public async Task A_name_belongs_to_one_job()
    {
        WriteFiles(1, 1);
        await RunAsync();

        CorpusException e = await Assert.ThrowsAsync<CorpusException>(() => fixture.Job(_name).StartAsync(Job() with { Field = "other" }));
        Assert.Contains("Take another name", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_job_says_of_repairing_reaches_the_repairer()
    {
        CorpusJob job = Job() with { Kinds = [EditKind.Ocr, EditKind.Quote], Ocr = OcrMode.On, UseDefaultDictionary = false, ProtectedWords = ["效劳"], Scope = RepairScope.Line };

        TextRepairOptions repair = job.ToOptions(threads: 1).Repair;

        Assert.Equal([EditKind.Ocr, EditKind.Quote], repair.Kinds.Order());
        Assert.Equal(OcrMode.On, Assert.IsType<OcrCandidateSource>(Assert.Single(repair.CandidateSources)).Mode);
        Assert.Equal((false, RepairScope.Line), (repair.UseDefaultDictionary, repair.Scope));
        Assert.Equal(["效劳"], repair.ProtectedWords);
        Assert.Empty((job with { Kinds = [EditKind.Quote] }).ToOptions(threads: 1).Repair.CandidateSources);
    }

    [Fact]
    public async Task A_missing_input_is_said_at_the_start() =>
        await Assert.ThrowsAsync<CorpusException>(() => fixture.Job(_name).StartAsync(Job() with { Input = _folder.At("nowhere") }));

    private void Slow(TimeSpan pause) => fixture.BeforeRepair = () => Thread.Sleep(pause);

    private CorpusJob Job() => new() { Input = _folder.Input, Output = _folder.Output };

    private async Task<JobStatus> RunAsync(CorpusJob? job = null)
    {
        ICorpusJobGrain grain = fixture.Job(_name);
        await grain.StartAsync(job ?? Job());
        return await ClusterFixture.WaitAsync(grain, status => status.Phase != JobPhase.Running);
    }

    private Task<CorpusRunResult> RunAloneAsync() => _folder.RunAsync("alone", options => options.BlockBytes = 1 << 20);

    private void WriteFiles(int count, int lines)
    {
        string[] endings = [".jsonl", ".jsonl.gz", ".jsonl.zst"];
        for (int i = 0; i < count; i++) _folder.Write($"{i}{endings[i % 3]}", [.. Samples.Lines(new Random(i), lines)]);
    }
}
