using System.IO.Compression;
using System.Text.Json;

namespace TextRepair.Training;

/// <summary>Reads the texts of a folder of gzip JSON lines.</summary>
internal static class LexiconCorpus
{
    /// <summary>Reads every text, file by file in the order of their names.</summary>
    /// <exception cref="InvalidDataException">A line is no JSON object with a string "text".</exception>
    public static IEnumerable<string> Read(string folder) =>
        Directory.EnumerateFiles(folder, "*.jsonl.gz").Order(StringComparer.Ordinal).SelectMany(ReadFile);

    private static IEnumerable<string> ReadFile(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        int number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            yield return Text(line) ?? throw new InvalidDataException($"{Path.GetFileName(path)}, line {number}: expected a JSON object with a string \"text\".");
        }
    }

    private static string? Text(string line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        return document.RootElement.TryGetProperty("text", out JsonElement text) ? text.GetString() : null;
    }
}
