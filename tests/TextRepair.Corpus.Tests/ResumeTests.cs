namespace TextRepair.Corpus.Tests;

public sealed class ResumeTests : IDisposable
{
    private readonly CorpusFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(".jsonl")]
    [InlineData(".jsonl.gz")]
    [InlineData(".jsonl.zst")]
    public async Task A_run_stopped_again_and_again_gives_the_same_bytes_in_the_end(string ending)
    {
        _folder.Write("a" + ending, [.. Samples.Lines(new Random(1), 5000)]);
        _folder.Write("b" + ending, [.. Samples.Lines(new Random(2), 2000)]);
        await _folder.RunAsync("whole");

        int stops = 0;
        while (await RunUntilAsync(characters: 30_000)) stops++;

        Assert.True(stops > 1, $"stopped {stops} times only");
        Assert.Equal(_folder.Files("whole"), _folder.Files("stopped"));
    }

    [Fact]
    public async Task What_was_written_after_the_last_checkpoint_is_cut_off_and_done_again()
    {
        _folder.Write("a.jsonl.gz", [.. Samples.Lines(new Random(1), 5000)]);
        await _folder.RunAsync("whole");
        Assert.True(await RunUntilAsync(characters: 30_000));
        foreach (string part in Directory.GetFiles(_folder.At("stopped/.textrepair"), "*.part")) File.AppendAllText(part, "half a block");

        await _folder.RunAsync("stopped");

        Assert.Equal(_folder.Files("whole"), _folder.Files("stopped"));
    }

    [Fact]
    public async Task A_run_killed_between_the_renames_of_a_shard_does_the_shard_again()
    {
        _folder.Write("a.jsonl", [.. Samples.Lines(new Random(1), 5000)]);
        await _folder.RunAsync("whole");
        Assert.True(await RunUntilAsync(characters: 30_000));
        File.Move(_folder.At("stopped/.textrepair/a.jsonl.edits.jsonl.part"), _folder.At("stopped/a.jsonl.edits.jsonl"));

        await _folder.RunAsync("stopped");

        Assert.Equal(_folder.Files("whole"), _folder.Files("stopped"));
    }

    [Fact]
    public async Task A_second_run_over_finished_work_repairs_nothing()
    {
        _folder.Write("a.jsonl.zst", [.. Samples.Lines(new Random(1), 300)]);
        await _folder.RunAsync();
        DateTime written = File.GetLastWriteTimeUtc(Path.Combine(_folder.Output, "a.jsonl.zst"));

        using CorpusRunner again = _folder.Runner(repair: _ => throw new InvalidOperationException("Repaired again."));
        CorpusRunResult result = await again.RunAsync(cancellation: TestContext.Current.CancellationToken);

        Assert.True(result.IsComplete);
        Assert.Equal(written, File.GetLastWriteTimeUtc(Path.Combine(_folder.Output, "a.jsonl.zst")));
    }

    [Fact]
    public async Task An_input_that_changed_or_an_output_that_is_gone_is_done_again()
    {
        _folder.Write("a.jsonl", """{"text":"效劳"}""");
        _folder.Write("b.jsonl", """{"text":"效劳"}""");
        await _folder.RunAsync();
        _folder.Write("a.jsonl", """{"text":"根底设施"}""");
        File.Delete(Path.Combine(_folder.Output, "b.jsonl"));

        await _folder.RunAsync();

        Assert.Equal("{\"text\":\"基础设施\"}\n", _folder.Read("a.jsonl"));
        Assert.Equal("{\"text\":\"服务\"}\n", _folder.Read("b.jsonl"));
    }

    [Theory]
    [InlineData("a.jsonl")]
    [InlineData("a.jsonl.edits.jsonl")]
    [InlineData("a.jsonl.rejects.jsonl")]
    public async Task A_file_that_was_cut_off_or_is_gone_is_made_again(string name)
    {
        _folder.Write("a.jsonl", """{"text":"效劳"}""", """{"text":"根底"}""", "{broken", "{broken, too");
        await _folder.RunAsync();
        SortedDictionary<string, string> whole = _folder.Files("out");
        string path = Path.Combine(_folder.Output, name);

        File.WriteAllLines(path, File.ReadAllLines(path)[..1]);
        await _folder.RunAsync();
        Assert.Equal(whole, _folder.Files("out"));

        File.Delete(path);
        await _folder.RunAsync();
        Assert.Equal(whole, _folder.Files("out"));
    }

    [Fact]
    public async Task A_broken_note_of_the_place_reached_or_of_the_end_is_passed_over()
    {
        _folder.Write("a.jsonl", [.. Samples.Lines(new Random(1), 5000)]);
        await _folder.RunAsync("whole");
        Assert.True(await RunUntilAsync(characters: 30_000));
        File.WriteAllText(_folder.At("stopped/.textrepair/a.jsonl.checkpoint"), "{");
        await _folder.RunAsync("stopped");
        Assert.Equal(_folder.Files("whole"), _folder.Files("stopped"));

        File.WriteAllText(_folder.At("stopped/.textrepair/a.jsonl.done"), "");
        await _folder.RunAsync("stopped");
        Assert.Equal(_folder.Files("whole"), _folder.Files("stopped"));
    }

    public static TheoryData<Action<CorpusOptions>> OtherOptions => new(
        options => options.Repair.MinimumConfidence = 0.9,
        options => options.Repair.Scope = RepairScope.Line,
        options => options.Repair.CharacterForms = CharacterForms.None,
        options => options.Repair.Kinds.Remove(EditKind.Quote),
        options => options.Repair.CandidateSources.Add(new Source("auto")),
        options => options.Field = "body");

    [Theory, MemberData(nameof(OtherOptions), DisableDiscoveryEnumeration = true)]
    public async Task Work_done_with_other_options_is_not_taken_for_this_runs(Action<CorpusOptions> change)
    {
        _folder.Write("a.jsonl", """{"text":"效劳","body":"效劳"}""");
        await _folder.RunAsync();

        await Assert.ThrowsAsync<CorpusException>(() => _folder.RunAsync(with: change));
    }

    [Fact]
    public async Task A_source_of_candidates_with_other_settings_is_another_source()
    {
        _folder.Write("a.jsonl", """{"text":"效劳"}""");
        await _folder.RunAsync(with: options => options.Repair.CandidateSources.Add(new Source("auto")));

        Assert.True((await _folder.RunAsync(with: options => options.Repair.CandidateSources.Add(new Source("auto")))).IsComplete);
        await Assert.ThrowsAsync<CorpusException>(() => _folder.RunAsync(with: options => options.Repair.CandidateSources.Add(new Source("on"))));
    }

    [Fact]
    public async Task A_shard_somebody_else_works_on_is_left_to_him()
    {
        _folder.Write("a.jsonl", """{"text":"效劳"}""");
        var paths = new ShardPaths(_folder.Output, "a.jsonl");
        paths.CreateFolders();
        using (ShardLock? held = ShardLock.TryTake(paths.Lock))
        {
            Assert.NotNull(held);
            Assert.Single((await _folder.RunAsync()).Failures);
        }

        Assert.True((await _folder.RunAsync()).IsComplete);
    }

    [Fact]
    public async Task Nothing_unfinished_is_left_beside_the_output()
    {
        _folder.Write("a.jsonl", [.. Samples.Lines(new Random(1), 5000)]);
        Assert.True(await RunUntilAsync(characters: 30_000));
        Assert.False(File.Exists(_folder.At("stopped/a.jsonl")));

        await _folder.RunAsync("stopped");

        Assert.Equal(["a.jsonl.done"], Directory.GetFiles(_folder.At("stopped/.textrepair")).Select(Path.GetFileName));
    }

    // Stops the run once so many more characters are done; false when it came to its end before.
    private async Task<bool> RunUntilAsync(long characters)
    {
        using var stop = new CancellationTokenSource();
        using CorpusRunner runner = _folder.Runner("stopped", options => options.CheckpointInterval = TimeSpan.Zero);
        var progress = new Until(characters, stop);
        try
        {
            await runner.RunAsync(progress, stop.Token);
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }

    private sealed class Source(string mode) : ICandidateSource
    {
        public void FindCandidates(string text, TextRepairOptions options, ICollection<Candidate> candidates)
        {
        }

        public override string ToString() => mode;
    }

    private sealed class Until(long characters, CancellationTokenSource stop) : IProgress<CorpusProgress>
    {
        private long? _first;

        public void Report(CorpusProgress value)
        {
            if (value.Characters - (_first ??= value.Characters) > characters) stop.Cancel();
        }
    }
}
