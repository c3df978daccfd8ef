namespace TextRepair.Cli.Tests;

public sealed class ScanTrainingTests : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task Models_for_scans_need_pages_confusions_and_glyphs_together()
    {
        string folder = _tool.PathOf("models");
        string pages = _tool.Write("pages.jsonl", "");
        Assert.Equal(2, await _tool.Run("train", Path.GetDirectoryName(pages)!, "-o", folder, "--ocr", pages));
        Assert.Contains("--confusions", _tool.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task A_file_that_is_missing_is_named()
    {
        string pages = _tool.Write("pages.jsonl", "");
        Assert.Equal(2, await _tool.Run("train", Path.GetDirectoryName(pages)!, "-o", _tool.PathOf("models"), "--ocr", pages, "--glyphs", "absent.hex"));
        Assert.Contains("absent.hex: no such file", _tool.Error, StringComparison.Ordinal);
    }
}
