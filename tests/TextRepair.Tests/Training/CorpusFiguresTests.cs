using System.IO.Compression;
using System.Text.Json;
using TextRepair.Training;

namespace TextRepair.Tests.Training;

/// <summary>The figures that are measured on a corpus, on one made here.</summary>
public sealed class CorpusFiguresTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("figures");

    [Fact]
    public void Sentences_of_clean_text_are_counted_and_none_is_edited()
    {
        Write("one", 60, "经济社会发展取得显著成效，服务业稳步增长。各部门要明确工作原则，加强基础设施建设！\n短句。");
        Assert.Contains("0 edits in 2 sentences", Measure(new CorpusFigureOptions { Sentences = true }), StringComparison.Ordinal);
    }

    [Fact]
    public void Documents_are_measured_clean_and_damaged()
    {
        string text = string.Concat(Enumerable.Repeat("会议要求，各部门要明确工作原则，加强基础设施建设，发展服务业，保障安全生产，大部分项目已经达到标准。", 9));
        Write("one", 600, text);
        string figures = Measure(new CorpusFigureOptions());
        Assert.Contains("clean text: 0 edits", figures, StringComparison.Ordinal);
        Assert.Matches("one +documents +[0-9]+  P 1.000  R (1|0.[89])", figures);
    }

    [Fact]
    public void Lines_are_damaged_one_in_ten()
    {
        string[] lines = [.. Enumerable.Range(0, 900).Select(i => $"第{i}条：会议要求，各部门要明确工作原则，加强基础设施建设，发展服务业，保障安全生产。")];
        Write("one", 1, [.. lines.Chunk(20).Select(chunk => string.Join('\n', chunk))]);
        string figures = Measure(new CorpusFigureOptions { Lines = true });
        Assert.Matches("lines, a tenth damaged, [0-9]+ places: P 1.000  R (1|0.[89]).*, 0 wrong edits", figures);
    }

    /// <summary>Removes the corpus.</summary>
    public void Dispose() => _folder.Delete(recursive: true);

    private string Measure(CorpusFigureOptions figures)
    {
        using var output = new StringWriter();
        CorpusFigures.Write(_folder.FullName, new TextRepairOptions(), figures, output);
        return output.ToString();
    }

    // Three documents of twenty are measured, by a hash of the name: so each text is written under many names.
    private void Write(string source, int names, params string[] texts)
    {
        using var file = new StreamWriter(new GZipStream(File.Create(Path.Combine(_folder.FullName, source + ".jsonl.gz")), CompressionLevel.Fastest));
        for (int name = 0; name < names; name++)
            foreach ((int number, string text) in texts.Index())
                file.WriteLine(JsonSerializer.Serialize(new { id = $"{source}-{number}-{name}", text }));
    }
}
