namespace TextRepair.Corpus.Tests;

public sealed class CorpusEditsTests : IDisposable
{
    private readonly CorpusFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.jsonl")]
    [InlineData("a.jsonl.gz")]
    [InlineData("a.jsonl.zst")]
    public async Task Undoing_restores_every_byte_of_the_input(string name)
    {
        _folder.Write(name, [.. Samples.Lines(new Random(3), 4000)]);
        await _folder.RunAsync();

        Assert.Equal(1, CorpusEdits.Undo(_folder.Output, _folder.At("undone"), cancellation: TestContext.Current.CancellationToken));

        Assert.Equal(_folder.ReadBytes("in/" + name), _folder.ReadBytes("undone/" + name));
    }

    [Fact]
    public async Task Undoing_restores_lines_too_large_to_hold_and_a_last_line_without_end()
    {
        byte[] large = new byte[500_000];
        Array.Fill(large, (byte)'x');
        _folder.Write("a.jsonl", [.. "{\"text\":\"效劳\"}\n"u8, .. large, .. "\n{\"text\":\"根底\"}\n{broken"u8]);
        await _folder.RunAsync(with: options => options.MaximumLineBytes = 1000);

        CorpusEdits.Undo(_folder.Output, _folder.At("undone"), cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(_folder.ReadBytes("in/a.jsonl"), _folder.ReadBytes("undone/a.jsonl"));
    }

    [Theory]
    [InlineData("a.jsonl.edits.jsonl", "", "a.jsonl.edits.jsonl has 0 bytes")]
    [InlineData("a.jsonl", "{\"text\":\"服务\"}\n", "it was changed or cut off since")]
    [InlineData(".textrepair/a.jsonl.done", "{", "is not what a run wrote")]
    [InlineData(".textrepair/a.jsonl.done", "{}", "is not what a run wrote")]
    public async Task What_was_changed_after_the_run_is_told_and_nothing_is_restored(string name, string content, string message)
    {
        _folder.Write("a.jsonl", """{"text":"效劳"}""", """{"text":"根底"}""");
        await _folder.RunAsync();
        File.WriteAllText(Path.Combine(_folder.Output, name), content);

        var undone = Assert.Throws<CorpusException>(() => CorpusEdits.Undo(_folder.Output, _folder.At("undone"), cancellation: TestContext.Current.CancellationToken));
        var applied = Assert.Throws<CorpusException>(() => CorpusEdits.Apply(_folder.Output, _folder.At("applied"), new EditSelection(), cancellation: TestContext.Current.CancellationToken));

        Assert.Contains(message, undone.Message, StringComparison.Ordinal);
        Assert.Equal(undone.Message, applied.Message);
        Assert.False(Directory.Exists(_folder.At("undone")));
    }

    [Fact]
    public async Task Edits_that_do_not_fit_their_text_are_told_by_name()
    {
        _folder.Write("a.jsonl", """{"text":"效劳"}""", """{"text":"根底"}""");
        await _folder.RunAsync();
        string edits = Path.Combine(_folder.Output, "a.jsonl.edits.jsonl");
        File.WriteAllText(edits, File.ReadAllText(edits).Replace("\"start\":0", "\"start\":9", StringComparison.Ordinal));

        var thrown = Assert.Throws<AggregateException>(() => CorpusEdits.Undo(_folder.Output, _folder.At("undone"), cancellation: TestContext.Current.CancellationToken));

        Assert.StartsWith("a.jsonl: its edits or rejects do not fit its text", Assert.IsType<CorpusException>(thrown.InnerException).Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.At("undone")));
    }

    [Fact]
    public async Task Applying_another_threshold_gives_the_bytes_of_a_run_with_it()
    {
        _folder.Write("a.jsonl.gz", [.. Samples.Lines(new Random(3), 4000)]);
        _folder.Write("b.jsonl", [.. Samples.Lines(new Random(4), 200)]);
        await _folder.RunAsync("low", options => (options.Repair.MinimumConfidence, options.RecordedConfidence) = (0.6, 0.5));
        await _folder.RunAsync("high", options => (options.Repair.MinimumConfidence, options.RecordedConfidence) = (0.97, 0.5));

        Apply("low", "raised", 0.97);
        Apply("high", "lowered", 0.6);

        Assert.Equal(_folder.Files("high"), _folder.Files("raised"));
        Assert.Equal(_folder.Files("low"), _folder.Files("lowered"));
    }

    [Fact]
    public async Task What_was_applied_can_be_applied_again_and_undone()
    {
        _folder.Write("a.jsonl", [.. Samples.Lines(new Random(3), 500)]);
        await _folder.RunAsync("run");

        Apply("run", "nothing", 1);
        Apply("nothing", "again", 0.9);

        Assert.Equal(0, Directory.GetFiles(_folder.At("nothing"), "summary.json").Length - 1);
        Assert.Equal(_folder.ReadBytes("run/a.jsonl"), _folder.ReadBytes("again/a.jsonl"));
        CorpusEdits.Undo(_folder.At("nothing"), _folder.At("undone"), cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(_folder.ReadBytes("in/a.jsonl"), _folder.ReadBytes("undone/a.jsonl"));
    }

    [Fact]
    public async Task Single_documents_and_rules_can_be_taken_back()
    {
        _folder.Write("a.jsonl", """{"id":"x","text":"效劳的根底"}""", """{"id":8,"text":"效劳的根底"}""", """{"id":"z","text":"效劳的根底"}""");
        await _folder.RunAsync();
        var selection = new EditSelection();
        selection.ExceptIds.UnionWith(["x", "8"]);
        selection.ExceptRules.Add("根底→基础");

        CorpusSummary summary = CorpusEdits.Apply(_folder.Output, _folder.At("chosen"), selection, cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(
            "{\"id\":\"x\",\"text\":\"效劳的根底\"}\n{\"id\":8,\"text\":\"效劳的根底\"}\n{\"id\":\"z\",\"text\":\"服务的根底\"}\n",
            System.Text.Encoding.UTF8.GetString(_folder.ReadBytes("chosen/a.jsonl")));
        Assert.Equal((1, 5), (summary.Counts.Edits, summary.Counts.EditsNotMade));
    }

    [Fact]
    public void A_folder_without_finished_shards_is_refused() =>
        Assert.Throws<CorpusException>(() => CorpusEdits.Undo(_folder.Input, _folder.Output, cancellation: TestContext.Current.CancellationToken));

    private void Apply(string from, string to, double minimumConfidence) =>
        CorpusEdits.Apply(_folder.At(from), _folder.At(to), new() { MinimumConfidence = minimumConfidence }, cancellation: TestContext.Current.CancellationToken);
}
