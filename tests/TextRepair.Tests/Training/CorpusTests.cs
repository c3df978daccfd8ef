using System.IO.Compression;
using TextRepair.Training;

namespace TextRepair.Tests.Training;

public sealed class CorpusTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("textrepair-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("""{"id":null,"text":"今天"}""")]
    [InlineData("""{"id":"b","text":null}""")]
    [InlineData("""{"id":2,"text":"今天"}""")]
    [InlineData("""{"id":"b"}""")]
    [InlineData("{")]
    public void A_line_without_name_or_text_is_told_by_file_and_line(string line)
    {
        string path = Path.Combine(_folder.FullName, "news.jsonl.gz");
        using (var writer = new StreamWriter(new GZipStream(File.Create(path), CompressionLevel.Fastest)))
            writer.Write($"{{\"id\":\"a\",\"text\":\"今天\"}}\n{line}\n");

        string message = Assert.Throws<InvalidDataException>(() => Corpus.Read(_folder.FullName).Count()).Message;

        Assert.Equal($"{path}, line 2: expected a JSON object with the strings id and text.", message);
    }
}
