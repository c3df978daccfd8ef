using System.Text;

namespace TextRepair.Cli.Tests;

/// <summary>Files that are read part by part.</summary>
public sealed class LongTextTests : IDisposable
{
    private const string Line = "经济社会全面发展，各项工作进展顺利。\n";

    private readonly Tool _tool = new();

    // More than sixteen megabytes, and something to repair here and there.
    private static string Text { get; } = string.Concat(Enumerable.Range(0, 320_000).Select(i => i % 1000 == 7 ? "提高效劳质量。\n" : Line));

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task A_long_file_comes_out_as_if_it_had_been_read_at_once()
    {
        string path = _tool.Write("a.txt", "\ufeff" + Text);
        Assert.Equal(0, await _tool.Run("repair", path, "-o", _tool.PathOf("out.txt"), "--edits", _tool.PathOf("e.jsonl")));
        Assert.Equal(Encoding.UTF8.GetBytes("\ufeff" + Text.Replace("效劳", "服务", StringComparison.Ordinal)), File.ReadAllBytes(_tool.PathOf("out.txt")));
        var edits = EditList.Create(AnswerFile.ReadEdits(_tool.Read("e.jsonl")));
        Assert.Equal(320, edits.Count);
        Assert.Equal(Text.Replace("效劳", "服务", StringComparison.Ordinal), edits.ApplyTo(Text));
    }

    [Fact]
    public async Task A_broken_byte_far_down_is_reported_and_no_file_appears()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Text);
        bytes[^100] = 0xff;
        string path = _tool.Write("a.txt", bytes);
        Assert.Equal(2, await _tool.Run("repair", path, "-o", _tool.PathOf("out.txt")));
        Assert.Contains("is not UTF-8", _tool.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_tool.PathOf("out.txt")));
    }
}
