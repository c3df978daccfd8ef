namespace TextRepair.Cli.Tests;

public sealed class ReportTests : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task The_page_of_the_seed_shows_its_edits()
    {
        _tool.MakeRepair = options => new TextRepairer(options).Repair;
        string seed = Path.Combine(AppContext.BaseDirectory, "seeds", "county-work-report.txt");
        Assert.Equal(0, await _tool.Run("repair", seed, "-o", _tool.PathOf("out.txt"), "--report", _tool.PathOf("report.html")));
        string page = _tool.Read("report.html");
        Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.Ordinal);
        Assert.Contains("county-work-report.txt", page, StringComparison.Ordinal);
        foreach (string word in (string[])["根底", "基础", "效劳", "服务", "别离"]) Assert.Contains(word, page, StringComparison.Ordinal);
        Assert.Contains("基础设施", _tool.Read("out.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_inputs_get_a_page_each()
    {
        _tool.Write("in/a.txt", "效劳");
        _tool.Write("in/b/c.txt", "干净");
        Assert.Equal(0, await _tool.Run("repair", _tool.PathOf("in"), "-o", _tool.PathOf("out"), "--report", _tool.PathOf("pages/")));
        Assert.Contains("效劳", _tool.Read("pages/a.txt.report.html"), StringComparison.Ordinal);
        Assert.True(File.Exists(_tool.PathOf("pages/b/c.txt.report.html")));
    }

    [Fact]
    public async Task Check_writes_a_page_too()
    {
        string path = _tool.Write("a.txt", "提高效劳质量");
        Assert.Equal(1, await _tool.Run("check", path, "--report", _tool.PathOf("report.html")));
        Assert.Contains("效劳", _tool.Read("report.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("repair", "a.txt", "b.txt", "--report", "report.html")]
    [InlineData("check", "a.txt", "b.txt", "--report", "report.html")]
    [InlineData("repair", "a.jsonl", "--report", "report.html")]
    [InlineData("check", "a.jsonl", "--report", "report.html")]
    [InlineData("repair", "a.txt", "--report", "pages/")]
    public async Task Where_no_page_can_be_made_nothing_is_written(string command, params string[] arguments)
    {
        _tool.Write("a.txt", "效劳");
        _tool.Write("b.txt", "效劳");
        _tool.Write("a.jsonl", """{"text":"效劳"}""");
        Assert.Equal(2, await _tool.Run([command, .. arguments.Select(argument => argument.StartsWith('-') ? argument : _tool.PathOf(argument))]));
        Assert.Single(_tool.Error.Trim().Split('\n'));
        Assert.Equal("", _tool.Output);
        Assert.Equal(3, Directory.GetFileSystemEntries(_tool.Folder).Length);
    }

    [Fact]
    public async Task A_page_that_cannot_be_written_leaves_no_output_behind()
    {
        string path = _tool.Write("a.txt", "效劳");
        Directory.CreateDirectory(_tool.PathOf("folder.html"));
        Assert.Equal(2, await _tool.Run("repair", path, "-o", _tool.PathOf("out.txt"), "--report", _tool.PathOf("folder.html")));
        Assert.False(File.Exists(_tool.PathOf("out.txt")));
    }
}
