using System.Text.Json;

namespace TextRepair.Cli.Tests;

public sealed class CheckTests : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("干净", 0, "")]
    [InlineData("干\r\n净效劳", 1, "standard input:2:2: 效劳 → 服务 (substitution, 0.95)\n")]
    [InlineData("完成??元", 1, "standard input:1:3: a figure is missing (missing-figure)\n")]
    public async Task The_exit_code_says_whether_damage_was_found(string text, int exit, string output)
    {
        Assert.Equal(exit, await _tool.RunOn(text, "check"));
        Assert.Equal(output, _tool.Output);
    }

    [Fact]
    public async Task Sums_by_kind_go_to_standard_error()
    {
        Assert.Equal(1, await _tool.Run("check", _tool.Write("a.txt", "效劳，效劳"), _tool.Write("b.txt", "完成??元"), _tool.Write("c.txt", "干净")));
        Assert.Equal("2 of 3 documents damaged; edits: 2 substitution; findings: 1 missing-figure\n", _tool.Error);
        Assert.Equal(1, await _tool.Run("check", _tool.Write("a.txt", "效劳"), "--format", "json"));
        Assert.Equal("", _tool.Error);
    }

    [Fact]
    public async Task An_error_outweighs_damage()
    {
        string damaged = _tool.Write("a.txt", "效劳");
        Assert.Equal(2, await _tool.Run("check", damaged, _tool.PathOf("none.txt")));
        Assert.Contains("a.txt:1:1:", _tool.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_are_named_by_their_line()
    {
        Assert.Equal(1, await _tool.RunOn("{\"text\":\"a\"}\n{\"text\":\"b效劳\",\"id\":\"x\"}\n", "check", "--format", "jsonl", "--format", "json"));
        using JsonDocument json = JsonDocument.Parse(_tool.Output);
        JsonElement document = Assert.Single(json.RootElement.GetProperty("documents").EnumerateArray());
        Assert.Equal((2, "x"), (document.GetProperty("line").GetInt32(), document.GetProperty("id").GetString()));
        Assert.Equal((2, 1), (json.RootElement.GetProperty("checked").GetInt32(), json.RootElement.GetProperty("damaged").GetInt32()));
    }

    [Fact]
    public async Task Sarif_places_results_in_utf16_columns_and_carries_fixes()
    {
        string path = _tool.Write("报告 1.txt", "一\n😀效劳");
        Assert.Equal(1, await _tool.Run("check", path, "--format", "sarif"));
        using JsonDocument json = JsonDocument.Parse(_tool.Output);
        JsonElement run = json.RootElement.GetProperty("runs")[0];
        JsonElement result = Assert.Single(run.GetProperty("results").EnumerateArray());
        JsonElement place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        JsonElement region = place.GetProperty("region");
        Assert.Equal((2, 3, 2, 5, 4), (Number(region, "startLine"), Number(region, "startColumn"), Number(region, "endLine"), Number(region, "endColumn"), Number(region, "charOffset")));
        Assert.Equal(new Uri(path).AbsoluteUri, place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Contains(run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray(), rule => rule.GetProperty("id").GetString() == result.GetProperty("ruleId").GetString());
        JsonElement replacement = result.GetProperty("fixes")[0].GetProperty("artifactChanges")[0].GetProperty("replacements")[0];
        Assert.Equal("服务", replacement.GetProperty("insertedContent").GetProperty("text").GetString());
    }

    [Fact]
    public async Task Sarif_of_clean_input_is_a_whole_document_too()
    {
        Assert.Equal(0, await _tool.RunOn("干净", "check", "--format", "sarif"));
        using JsonDocument json = JsonDocument.Parse(_tool.Output);
        Assert.Equal(0, json.RootElement.GetProperty("runs")[0].GetProperty("results").GetArrayLength());
    }

    [Fact]
    public async Task Reviewdog_columns_are_bytes()
    {
        Assert.Equal(1, await _tool.RunOn("一\n中效劳", "check", "--format", "rdjsonl"));
        using JsonDocument json = JsonDocument.Parse(_tool.Output);
        JsonElement start = json.RootElement.GetProperty("location").GetProperty("range").GetProperty("start");
        Assert.Equal((2, 4), (Number(start, "line"), Number(start, "column")));
        Assert.Equal("服务", json.RootElement.GetProperty("suggestions")[0].GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("explain", "r.jsonl:1: 1 edits, 0 findings")]
    [InlineData("diagnose", "r.jsonl:1: damaged with probability")]
    public async Task Those_who_look_read_records_and_go_on_after_a_broken_one(string command, string line)
    {
        string path = _tool.Write("r.jsonl", "{\"text\":\"效劳\"}\nbroken\n{\"text\":\"a\"}\n");
        Assert.Equal(2, await _tool.Run(command, path));
        Assert.Contains(line, _tool.Output, StringComparison.Ordinal);
        Assert.Contains("r.jsonl:3: ", _tool.Output, StringComparison.Ordinal);
        Assert.Contains("r.jsonl, line 2: ", _tool.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.jsonl.gz", "{\"text\":\"效劳\"}\n", "a.jsonl.gz:1:1: ")]
    [InlineData("a.txt.gz", "一\n效劳", "a.txt.gz:2:1: ")]
    public async Task Compressed_files_are_read(string name, string text, string place)
    {
        string path = _tool.WritePacked(name, text);
        Assert.Equal(1, await _tool.Run("check", path));
        Assert.Contains(place, _tool.Output, StringComparison.Ordinal);
        Assert.Equal(2, await _tool.Run("repair", path));
        Assert.Contains("is compressed", _tool.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_are_told_of_in_the_order_they_were_named()
    {
        string[] paths = [.. Enumerable.Range(0, 20).Select(i => _tool.Write($"{19 - i:00}.txt", i % 3 == 0 ? "效劳" : "净"))];
        Assert.Equal(1, await _tool.Run(["check", .. paths]));
        string[] named = [.. _tool.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(':')[0])];
        Assert.Equal(paths.Where((_, i) => i % 3 == 0), named);
    }

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();
}
