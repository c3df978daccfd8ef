using System.Text;
using System.Text.Json;

namespace TextRepair.Cli.Tests;

public sealed class RepairTests : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task Standard_input_goes_to_standard_output_and_nothing_else_does()
    {
        Assert.Equal(0, await _tool.RunOn("提高效劳质量\r\n", "repair"));
        Assert.Equal("提高服务质量\r\n", _tool.Output);
        Assert.Equal("", _tool.Error);
    }

    [Fact]
    public async Task The_edits_file_applied_to_the_input_gives_the_output()
    {
        const string Input = "😀效劳\r\n?? 效劳";
        Assert.Equal(0, await _tool.RunOn("\ufeff" + Input, "repair", "-", "--edits", _tool.PathOf("e.jsonl")));
        Assert.Equal("\ufeff😀服务\r\n?? 服务", _tool.Output);
        string[] lines = _tool.Read("e.jsonl").TrimEnd('\n').Split('\n');
        Assert.Equal([2, 6, 9], lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("start").GetInt32()));
        Assert.Equal("😀服务\r\n?? 服务", EditList.Create(AnswerFile.ReadEdits(_tool.Read("e.jsonl"))).ApplyTo(Input));
    }

    [Fact]
    public async Task Findings_are_printed_on_standard_error_when_asked_for()
    {
        Assert.Equal(0, await _tool.RunOn("效劳\n完成??元", "repair", "--findings"));
        Assert.Equal("服务\n完成??元", _tool.Output);
        Assert.Equal("standard input:2:3: a figure is missing (missing-figure)\n", _tool.Error);
    }

    [Fact]
    public async Task Findings_of_records_are_printed_with_their_line()
    {
        Assert.Equal(0, await _tool.RunOn("{\"text\":\"a\"}\n{\"text\":\"完成??元\"}\n", "repair", "--format", "jsonl", "--findings"));
        Assert.Equal("standard input:2:3: a figure is missing (missing-figure)\n", _tool.Error);
    }

    [Fact]
    public async Task Encoding_and_mark_are_kept()
    {
        Encoding gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;
        string path = _tool.Write("a.txt", gb18030.GetBytes("提高效劳质量，经济社会全面发展。"));
        Assert.Equal(0, await _tool.Run("repair", path));
        Assert.Equal("提高服务质量，经济社会全面发展。", gb18030.GetString(_tool.OutputBytes));
        Assert.Equal(0, await _tool.Run("repair", path, "--output-encoding", "utf-8"));
        Assert.Equal("提高服务质量，经济社会全面发展。", _tool.Output);
    }

    [Fact]
    public async Task Several_files_go_to_a_folder_under_their_own_names()
    {
        _tool.Write("in/a.txt", "效劳");
        _tool.Write("in/b/c.txt", "干净");
        Assert.Equal(0, await _tool.Run("repair", _tool.PathOf("in"), "-o", _tool.PathOf("out"), "--edits", _tool.PathOf("edits/")));
        Assert.Equal("服务", _tool.Read("out/a.txt"));
        Assert.Equal("干净", _tool.Read("out/b/c.txt"));
        Assert.Contains("服务", _tool.Read("edits/a.txt.edits.jsonl"), StringComparison.Ordinal);
        Assert.Equal("", _tool.Read("edits/b/c.txt.edits.jsonl"));
    }

    [Fact]
    public async Task A_run_that_was_interrupted_goes_on_where_it_was()
    {
        _tool.Write("in/a.txt", "效劳");
        _tool.Write("in/b.txt", "效劳");
        _tool.Write("out/a.txt", "done before");
        Assert.Equal(0, await _tool.Run("repair", _tool.PathOf("in"), "-o", _tool.PathOf("out"), "--resume"));
        Assert.Equal("done before", _tool.Read("out/a.txt"));
        Assert.Equal("服务", _tool.Read("out/b.txt"));
    }

    [Fact]
    public async Task In_place_follows_links_and_leaves_unchanged_files_alone()
    {
        string dirty = _tool.Write("dirty.txt", "效劳");
        string clean = _tool.Write("clean.txt", "干净");
        DateTime before = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(clean, before);
        File.CreateSymbolicLink(_tool.PathOf("link.txt"), dirty);
        Assert.Equal(0, await _tool.Run("repair", "--in-place", _tool.PathOf("link.txt"), clean));
        Assert.Equal("服务", _tool.Read("dirty.txt"));
        Assert.Equal(dirty, new FileInfo(_tool.PathOf("link.txt")).LinkTarget);
        Assert.Equal(before, File.GetLastWriteTimeUtc(clean));
        Assert.Equal(3, Directory.GetFiles(_tool.Folder).Length);
    }

    [Fact]
    public async Task A_file_that_fails_is_reported_and_the_others_are_done()
    {
        string good = _tool.Write("good.txt", "效劳");
        string bad = _tool.Write("bad.txt", [.. "经济社会发展"u8, 0xff, .. "全面"u8]);
        Assert.Equal(2, await _tool.Run("repair", bad, _tool.PathOf("none.txt"), good, "-o", _tool.PathOf("out")));
        Assert.Equal(["good.txt"], Directory.GetFiles(_tool.PathOf("out")).Select(Path.GetFileName));
        Assert.Contains("bad.txt: the byte at offset 18 is not UTF-8", _tool.Error, StringComparison.Ordinal);
        Assert.Contains("none.txt: no such file.", _tool.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Globs_find_files_in_the_order_of_their_names()
    {
        _tool.Write("b.txt", "b效劳");
        _tool.Write("a.txt", "a效劳");
        _tool.Write("c.log", "c效劳");
        Assert.Equal(0, await _tool.Run("repair", Path.Combine(_tool.Folder, "*.txt")));
        Assert.Equal("a服务b服务", _tool.Output);
    }

    [Theory]
    [InlineData("in")]
    [InlineData("in/**/*.txt")]
    public async Task A_link_to_a_folder_is_followed_but_not_in_circles(string input)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a right there");
        _tool.Write("in/a.txt", "a效劳");
        _tool.Write("elsewhere/b.txt", "b效劳");
        Directory.CreateSymbolicLink(_tool.PathOf("in/link"), _tool.PathOf("elsewhere"));
        Directory.CreateSymbolicLink(_tool.PathOf("elsewhere/up"), _tool.PathOf("in"));
        Directory.CreateSymbolicLink(_tool.PathOf("in/self"), ".");
        Assert.Equal(0, await _tool.Run("repair", _tool.PathOf(input)));
        Assert.Equal("a服务b服务", _tool.Output);
    }

    [Fact]
    public async Task Diff_shows_what_would_change_and_writes_nothing()
    {
        string path = _tool.Write("a.txt", "一\n提高效劳质量\n");
        Assert.Equal(0, await _tool.Run("repair", "--diff", path));
        Assert.Contains("    2  提高[-效劳-]{+服务+}质量\n", _tool.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', _tool.Output);
        Assert.Equal("一\n提高效劳质量\n", _tool.Read("a.txt"));
    }

    [Fact]
    public async Task Diff_shows_the_start_of_a_joined_line_once()
    {
        _tool.MakeRepair = _ => text =>
        {
            EditList edits = EditList.Create([new TextEdit(1, "\n2、", "", EditKind.Layout, 1, "", ""), new TextEdit(5, "丙", "丁", EditKind.Substitution, 1, "", "")]);
            return new RepairResult(text, edits.ApplyTo(text), edits, [], Diagnosis.Clean);
        };
        Assert.Equal(0, await _tool.RunOn("甲\n2、乙丙", "repair", "--diff"));
        Assert.Equal("standard input\n    1  甲[-⏎2、-]\n    2  乙[-丙-]{+丁+}\n", _tool.Output);
    }

    [Theory]
    [InlineData("--minimum-confidence: expected a number, found \"much\".", "repair", "--minimum-confidence", "much")]
    [InlineData("--source: expected suspected, unknown, found \"sure\".", "repair", "--source", "sure")]
    [InlineData("--source: expected once, found 2 times.", "repair", "--source", "unknown", "--source", "unknown")]
    [InlineData("--output: expected a value, found nothing.", "repair", "-o")]
    [InlineData("--output: expected a value, found an empty one. Is a variable of the shell not set?", "repair", "-o", "")]
    [InlineData("FILE: expected a value, found an empty one. Is a variable of the shell not set?", "check", "")]
    [InlineData("--input: expected a value, found an empty one. Is a variable of the shell not set?", "corpus", "run", "-i", "", "-o", "x")]
    [InlineData("--threads: expected a whole number, found \"1.5\".", "check", "--threads", "1.5")]
    [InlineData("--pairs: expected a number from 0 to 1, found 7.", "damage", "--pairs", "7")]
    [InlineData("--pairs: expected a number, found \"all\".", "damage", "--pairs", "all")]
    [InlineData("--in-force: expected a number from 0 to 1, found NaN.", "evaluate", "words", ".", "--in-force", "NaN")]
    [InlineData("--max-line-bytes: expected a number from 1 to 1073741824, found 0.", "corpus", "run", "-i", "a", "-o", "b", "--max-line-bytes", "0")]
    [InlineData("--worst: expected a number, 0 or more, found -1.", "evaluate", "a", "b", "--worst", "-1")]
    [InlineData("CORPUS: expected a value, found nothing.", "evaluate", "words")]
    [InlineData("FILE: expected a value, found nothing.", "dict", "test")]
    [InlineData("SHELL: expected bash, fish, pwsh, zsh, found \"tcsh\".", "completion", "tcsh")]
    [InlineData("unknown option --bogus. A file of that name is written ./--bogus.", "repair", "--bogus")]
    [InlineData("unknown command \"bogus\".", "bogus")]
    [InlineData("a command is missing: test.", "dict")]
    public async Task Wrong_usage_names_the_option_what_was_expected_and_what_was_found(string message, params string[] arguments)
    {
        Assert.Equal(2, await _tool.Run(arguments));
        Assert.Equal($"textrepair: {message}", _tool.Error.Split(Environment.NewLine)[0]);
        Assert.Contains("--help'", _tool.Error.Split(Environment.NewLine)[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_a_command_is_told_the_command()
    {
        string path = _tool.Write("a.txt", "效劳");
        Assert.Equal(2, await _tool.Run(path));
        Assert.Contains($"textrepair repair {path}", _tool.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("repair", "--in-place")]
    [InlineData("repair", "--in-place", "-o", "x", "y")]
    [InlineData("repair", "--minimum-confidence", "0.3")]
    [InlineData("repair", "--minimum-confidence", "much")]
    [InlineData("repair", "--source", "sure")]
    [InlineData("repair", "--only", "substitution,layou")]
    [InlineData("repair", "--threads", "0")]
    [InlineData("repair", "--encoding", "latin1")]
    [InlineData("repair", "--bogus")]
    [InlineData("repair", "--dictionary", "/nowhere/at-all.tsv")]
    [InlineData("repair", "--config", "/nowhere/at-all.json")]
    [InlineData("bogus")]
    [InlineData()]
    public async Task Wrong_usage_is_exit_2_and_one_clear_line(params string[] arguments)
    {
        Assert.Equal(2, await _tool.Run(arguments));
        Assert.NotEqual("", _tool.Error);
        Assert.DoesNotContain("   at ", _tool.Error, StringComparison.Ordinal);
        Assert.Equal("", _tool.Output);
    }

    [Fact]
    public async Task A_full_disk_is_one_clear_line()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "needs /dev/full");
        Assert.Equal(2, await _tool.RunOn("效劳", "repair", "-o", "/dev/full"));
        Assert.Equal("textrepair: /dev/full: no space left on the disk.\n", _tool.Error.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_broken_dictionary_names_file_and_line()
    {
        string path = _tool.Write("words.tsv", "效劳\t服务\n没有第二列\n");
        Assert.Equal(2, await _tool.RunOn("效劳", "repair", "-d", path));
        Assert.Contains("words.tsv, line 2: expected two columns", _tool.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_configuration_file_sets_options_and_the_command_line_goes_first()
    {
        TextRepairOptions? seen = null;
        Func<TextRepairOptions, Func<string, RepairResult>> make = _tool.MakeRepair;
        _tool.MakeRepair = options => make(seen = options);
        _tool.Write("words.tsv", "甲乙\t丙丁\n");
        string path = _tool.Write("c.json", """{"$schema":"x","minimumConfidence":0.8,"source":"suspected","scope":"line","only":["width"],"forms":["mixed","pinyin"],"dictionaries":["words.tsv"],"protectedWords":["东西"]}""");
        Assert.Equal(0, await _tool.Run("repair", "--config", path, "--scope", "paragraph"));
        Assert.Equal((0.8, TextSource.Suspected, RepairScope.Paragraph), (seen!.MinimumConfidence, seen.Source, seen.Scope));
        Assert.Equal([EditKind.Width], seen.Kinds);
        Assert.Equal(CharacterForms.Mixed | CharacterForms.Pinyin, seen.CharacterForms);
        Assert.Equal("甲乙", Assert.Single(Assert.Single(seen.Dictionaries).Substitutions).Damaged);
        Assert.Contains("东西", seen.ProtectedWords);
    }

    [Theory]
    [InlineData("""{"minimumConfidense":0.8}""", "unknown setting")]
    [InlineData("""{"minimumConfidence":"high"}""", "minimumConfidence")]
    [InlineData("""{"scope":"page"}""", "document, paragraph, line")]
    [InlineData("""{"forms":["wide"]}""", "c.json: \"forms\" takes none, invisible")]
    [InlineData("""{"minimumConfidence":3}""", "c.json: \"minimumConfidence\" must be from 0.5 to 1, found 3.")]
    [InlineData("""{"only":["quote",null]}""", "c.json: \"only\" holds null")]
    [InlineData("""{"dictionaries":[null]}""", "c.json: \"dictionaries\" holds null")]
    [InlineData("[]", "not a JSON object")]
    public async Task A_broken_configuration_file_says_what_is_wrong(string json, string part)
    {
        Assert.Equal(2, await _tool.Run("repair", "--config", _tool.Write("c.json", json)));
        Assert.Contains(part, _tool.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("repair")]
    [InlineData("check")]
    [InlineData("explain")]
    [InlineData("diagnose")]
    [InlineData("evaluate")]
    [InlineData("evaluate", "words")]
    [InlineData("evaluate", "quotes")]
    [InlineData("evaluate", "layout")]
    [InlineData("evaluate", "findings")]
    [InlineData("evaluate", "harm")]
    [InlineData("evaluate", "scans")]
    [InlineData("damage")]
    [InlineData("segment")]
    [InlineData("learn")]
    [InlineData("dict", "test")]
    [InlineData("completion")]
    [InlineData("train")]
    [InlineData("corpus", "run")]
    [InlineData("corpus", "apply")]
    [InlineData("corpus", "undo")]
    public async Task Help_names_the_command_and_gives_examples(params string[] command)
    {
        Assert.Equal(0, await _tool.Run([.. command, "--help"]));
        Assert.Contains("Examples:", _tool.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("TextRepair.Cli", _tool.Output, StringComparison.Ordinal);
        Assert.Contains($"  textrepair {string.Join(' ', command)} ", _tool.Output, StringComparison.Ordinal);
    }
}
