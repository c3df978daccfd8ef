using System.Text;
using System.Text.Json;

namespace TextRepair.Corpus.Tests;

public sealed class CorpusRunnerTests : IDisposable
{
    private readonly CorpusFolder _folder = new();

    public static TheoryData<string> Endings => [".jsonl", ".jsonl.gz", ".jsonl.zst", ".ndjson"];

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(Endings))]
    public async Task Files_keep_their_names_their_order_and_every_other_byte(string ending)
    {
        _folder.Write("a/one" + ending, """{"id": 7,  "text":"效劳业","n":1.50, "x":"\u00e9\/"}""", "", """{"text":"服务业","id":"b"}""");

        CorpusRunResult result = await _folder.RunAsync();

        Assert.Empty(result.Failures);
        Assert.Equal("""{"id": 7,  "text":"服务业","n":1.50, "x":"\u00e9\/"}""" + "\n\n" + """{"text":"服务业","id":"b"}""" + "\n", _folder.Read("a/one" + ending));
    }

    [Fact]
    public async Task Edits_name_line_and_id_and_right_documents_are_not_listed()
    {
        _folder.Write("one.jsonl", """{"text":"服务业"}""", """{"id":"n-1","text":"效劳业完成亿元"}""");

        await _folder.RunAsync();

        string line = Assert.Single(_folder.Read("one.jsonl.edits.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries));
        JsonElement record = JsonDocument.Parse(line).RootElement;
        Assert.Equal(2, record.GetProperty("line").GetInt32());
        Assert.Equal("n-1", record.GetProperty("id").GetString());
        Assert.Equal("效劳", record.GetProperty("edits")[0].GetProperty("original").GetString());
        Assert.Equal("missing-figure", record.GetProperty("findings")[0].GetProperty("kind").GetString());
        Assert.Equal("A", record.GetProperty("swaps")[0].GetProperty("family").GetString());
    }

    [Fact]
    public async Task Lines_that_are_no_documents_go_to_the_rejects_with_number_and_reason()
    {
        byte[] notUtf8 = [.. "{\"text\":\""u8, 0xd0, 0xc4, .. "\"}\n"u8];
        _folder.Write("one.jsonl", [.. "{broken\n{\"text\":\"好\"}\n[1]\n"u8, .. notUtf8, .. "{\"text\":1}\n{\"other\":1}\n"u8]);

        CorpusRunResult result = await _folder.RunAsync();

        Assert.Equal("{\"text\":\"好\"}\n", _folder.Read("one.jsonl"));
        Assert.Equal(5, result.Summary.Rejects);
        Assert.Equal(
            ["1 broken-json", "3 not-a-record", "4 bad-encoding", "5 not-a-record", "6 not-a-record"],
            Rejects("one.jsonl").Select(reject => $"{reject.GetProperty("line")} {reject.GetProperty("reason")}"));
        Assert.Equal("{broken\n", Rejects("one.jsonl").First().GetProperty("text").GetString());
    }

    [Theory]
    [InlineData(100)]
    [InlineData(300_000)]
    public async Task A_line_too_large_is_rejected_whole_and_its_neighbours_are_not(int maximum)
    {
        string large = $$"""{"text":"{{new string('好', (maximum / 3) + 50)}}"}""";
        _folder.Write("one.jsonl", """{"text":"效劳"}""", large, """{"text":"根底"}""");

        CorpusRunResult result = await _folder.RunAsync(with: options => options.MaximumLineBytes = maximum);

        Assert.Equal("{\"text\":\"服务\"}\n{\"text\":\"基础\"}\n", _folder.Read("one.jsonl"));
        Assert.Equal(1, result.Summary.Counts.RejectsByReason[RejectReasons.TooLarge]);
        Assert.Equal(3, result.Summary.Counts.Lines);
        Assert.All(Rejects("one.jsonl"), reject => Assert.Equal(2, reject.GetProperty("line").GetInt32()));
    }

    [Fact]
    public async Task A_shard_whose_every_line_is_broken_is_done_like_any_other()
    {
        _folder.Write("bad.jsonl.gz", [.. Enumerable.Repeat("{nothing", 5000)]);
        _folder.Write("good.jsonl.gz", """{"text":"效劳"}""");

        CorpusRunResult result = await _folder.RunAsync();

        Assert.True(result.IsComplete);
        Assert.Equal(5000, result.Summary.Rejects);
        Assert.Equal("", _folder.Read("bad.jsonl.gz"));
        Assert.Equal("{\"text\":\"服务\"}\n", _folder.Read("good.jsonl.gz"));
    }

    [Fact]
    public async Task Too_many_rejects_stop_the_run_and_a_higher_limit_goes_on()
    {
        _folder.Write("one.jsonl", "{broken", "{broken", "{broken", """{"text":"效劳"}""");

        await Assert.ThrowsAsync<CorpusException>(() => _folder.RunAsync(with: options => options.MaximumRejects = 2));

        CorpusRunResult result = await _folder.RunAsync(with: options => options.MaximumRejects = 3);
        Assert.True(result.IsComplete);
        Assert.Equal(3, result.Summary.Rejects);
    }

    [Theory]
    [InlineData("one.jsonl.gz")]
    [InlineData("one.jsonl.zst")]
    public async Task A_truncated_file_fails_and_the_others_are_finished(string name)
    {
        _folder.Write(name, [.. Enumerable.Range(0, 2000).Select(i => $$"""{"text":"效劳{{i * 7919}}"}""")]);
        _folder.Write("two.jsonl", """{"text":"效劳"}""");
        string path = Path.Combine(_folder.Input, name);
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^20]);

        CorpusRunResult result = await _folder.RunAsync();

        Assert.Equal(name, Assert.Single(result.Failures).Name);
        Assert.False(File.Exists(Path.Combine(_folder.Output, name)));
        Assert.Equal("{\"text\":\"服务\"}\n", _folder.Read("two.jsonl"));
    }

    [Fact]
    public async Task A_byte_order_mark_carriage_returns_and_a_missing_last_line_end_are_kept()
    {
        byte[] content = [0xef, 0xbb, 0xbf, .. "{\"text\":\"效劳\"}\r\n{\"text\":\"好\"}"u8];
        _folder.Write("one.jsonl", content);

        await _folder.RunAsync();

        Assert.Equal("\ufeff{\"text\":\"服务\"}\r\n{\"text\":\"好\"}", _folder.Read("one.jsonl"));
    }

    [Theory]
    [InlineData("empty.jsonl")]
    [InlineData("empty.jsonl.gz")]
    [InlineData("empty.jsonl.zst")]
    public async Task An_empty_file_stays_empty_and_readable(string name)
    {
        File.WriteAllBytes(Path.Combine(_folder.Input, name), Compressor.Compress(default, Compressor.Of(name)).ToArray());

        CorpusRunResult result = await _folder.RunAsync();

        Assert.True(result.IsComplete);
        Assert.Equal("", _folder.Read(name));
    }

    [Fact]
    public async Task Parts_are_disjoint_and_together_they_are_the_whole_run()
    {
        for (int i = 0; i < 7; i++) _folder.Write($"{i}.jsonl.gz", $$"""{"id":{{i}},"text":"效劳"}""");
        await _folder.RunAsync("whole");

        for (int part = 1; part <= 3; part++)
        {
            var selection = new ShardSelection(part, 3);
            CorpusRunResult result = await _folder.RunAsync("parts", options => options.Shard = selection);
            Assert.Equal(part == 3, result.IsComplete);
        }

        Assert.Equal(_folder.Files("whole"), _folder.Files("parts"));
    }

    [Fact]
    public async Task Parts_that_run_side_by_side_leave_one_output()
    {
        for (int i = 0; i < 8; i++) _folder.Write($"{i}.jsonl", [.. Samples.Lines(new Random(i), 50)]);
        await _folder.RunAsync("whole");

        await Task.WhenAll(Enumerable.Range(1, 4).Select(part => _folder.RunAsync("parts", options => options.Shard = new(part, 4))));

        Assert.True((await _folder.RunAsync("parts")).IsComplete);
        Assert.Equal(_folder.Files("whole"), _folder.Files("parts"));
    }

    [Fact]
    public async Task The_number_of_threads_does_not_matter()
    {
        Random random = new(1);
        _folder.Write("one.jsonl.zst", [.. Samples.Lines(random, 4000)]);
        _folder.Write("two.jsonl", [.. Samples.Lines(random, 300)]);

        await _folder.RunAsync("one", options => options.Threads = 1);
        await _folder.RunAsync("many", options => options.Threads = 5);

        Assert.Equal(_folder.Files("one"), _folder.Files("many"));
    }

    [Fact]
    public async Task Output_inside_of_the_input_folder_is_not_taken_for_input()
    {
        _folder.Write("one.jsonl", """{"text":"效劳"}""");

        for (int i = 0; i < 2; i++)
        {
            CorpusRunResult result = await _folder.RunAsync("in/out");
            Assert.Equal(1, result.Summary.Shards);
        }
        await Assert.ThrowsAsync<CorpusException>(() => _folder.RunAsync("in"));
    }

    [Fact]
    public void A_link_that_leads_back_is_not_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a right there");
        _folder.Write("a/1.jsonl", "{}");
        Directory.CreateSymbolicLink(Path.Combine(_folder.Input, "a", "up"), _folder.Input);
        Assert.Equal(["a/1.jsonl"], CorpusPlan.Create(_folder.Input, _folder.Output).Shards.Select(shard => shard.Name));
    }

    [Fact]
    public async Task A_pattern_names_files_by_their_path_below_its_fixed_part()
    {
        _folder.Write("a/x.json", """{"text":"效劳"}""");
        _folder.Write("b/y.txt", "no input");

        CorpusRunResult result = await _folder.RunAsync(with: options => options.Input = Path.Combine(_folder.Input, "**", "*.json"));

        Assert.Equal(1, result.Summary.Shards);
        Assert.Equal("{\"text\":\"服务\"}\n", _folder.Read("a/x.json"));
    }

    [Fact]
    public async Task The_summary_counts_everything_once()
    {
        _folder.Write("one.jsonl", """{"text":"效劳业的根底"}""", """{"text":"好"}""", "{broken");

        CorpusRunResult result = await _folder.RunAsync();

        CorpusCounts counts = result.Summary.Counts;
        Assert.Equal((3, 2, 7, 1, 2), (counts.Lines, counts.Documents, counts.Characters, counts.ChangedDocuments, counts.Edits));
        Assert.Equal(2, counts.EditsByFamily["A"]);
        Assert.Equal(0.5, result.Summary.ChangedShare);
        string page = Encoding.UTF8.GetString(_folder.ReadBytes("out/summary.html"));
        Assert.Contains("效劳→服务", page, StringComparison.Ordinal);
        Assert.Equal(2, JsonDocument.Parse(_folder.ReadBytes("out/summary.json")).RootElement.GetProperty("counts").GetProperty("edits").GetInt64());
    }

    [Fact]
    public async Task A_summary_that_cannot_be_written_hides_nothing()
    {
        _folder.Write("one.jsonl", """{"text":"效劳"}""");
        Directory.CreateDirectory(Path.Combine(_folder.Output, "summary.json"));

        CorpusRunResult result = await _folder.RunAsync();

        Assert.Equal("summary.json", Assert.Single(result.Failures).Name);
        Assert.Equal(1, result.Summary.ShardsDone);
        Assert.Equal(["one.jsonl", "one.jsonl.edits.jsonl"], Directory.GetFiles(_folder.Output).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Progress_ends_with_everything_done()
    {
        for (int i = 0; i < 5; i++) _folder.Write($"{i}.jsonl", [.. Samples.Lines(new Random(i), 100)]);
        var heard = new Heard();
        using CorpusRunner runner = _folder.Runner();

        CorpusRunResult result = await runner.RunAsync(heard, TestContext.Current.CancellationToken);

        Assert.Equal((5, 5), (heard.Last.ShardsDone, heard.Last.Shards));
        Assert.Equal(heard.Last.TotalBytes, heard.Last.Bytes);
        Assert.Equal(result.Summary.Counts.Documents, heard.Last.Documents);
    }

    private IEnumerable<JsonElement> Rejects(string name) =>
        _folder.Read(name + ".rejects.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement);

    private sealed class Heard : IProgress<CorpusProgress>
    {
        public CorpusProgress Last { get; private set; }

        public void Report(CorpusProgress value) => Last = value;
    }
}
