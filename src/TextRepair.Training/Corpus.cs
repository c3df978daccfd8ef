using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TextRepair.Training;

/// <summary>A folder of clean text: gzip JSON lines with <c>id</c> and <c>text</c>, a file for each source.</summary>
public static partial class Corpus
{
    /// <summary>The number of shares that <see cref="CorpusDocument.Share"/> divides documents into.</summary>
    public const int Shares = 20;

    /// <summary>Reads all documents, files in ordinal order of their names.</summary>
    /// <param name="folder">The folder with the <c>*.jsonl.gz</c> files.</param>
    /// <exception cref="FileNotFoundException">The folder holds no such file.</exception>
    /// <exception cref="InvalidDataException">A line is no such record, or a file is cut off; lines that are JSON and no objects are passed over.</exception>
    public static IEnumerable<CorpusDocument> Read(string folder)
    {
        string[] paths = [.. Directory.GetFiles(folder, "*.jsonl.gz").Order(StringComparer.Ordinal)];
        if (paths.Length == 0) throw new FileNotFoundException($"{folder}: expected files named *.jsonl.gz, found none.");
        for (int source = 0; source < paths.Length; source++)
        {
            using var reader = new StreamReader(new GZipStream(File.OpenRead(paths[source]), CompressionMode.Decompress), Encoding.UTF8);
            string name = Path.GetFileName(paths[source])[..^".jsonl.gz".Length];
            int number = 0;
            while (reader.ReadLine() is { } line)
                if (Parse(line, $"{paths[source]}, line {++number}") is var (id, text)) yield return new CorpusDocument(name, source, id, text, ShareOf(id));
        }
    }

    private static (string Id, string Text)? Parse(string line, string place)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind != JsonValueKind.Object) return null;
            return (StringOf(json.RootElement, "id"), StringOf(json.RootElement, "text"));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"{place}: expected a JSON object with the strings id and text.", e);
        }
    }

    private static string StringOf(JsonElement record, string name) =>
        record.GetProperty(name).GetString() ?? throw new InvalidOperationException($"{name} is null.");

    // Pieces of one document ("id~1", "id~2") stay together. Share 0 is the one that design figures are compared on.
    private static int ShareOf(string id)
    {
#pragma warning disable CA5350 // A split, not a secret; figures measured before are compared on this very one.
        byte[] hash = SHA1.HashData(Encoding.UTF8.GetBytes(Piece().Replace(id, "")));
#pragma warning restore CA5350
        int rest = 0;
        foreach (byte b in hash) rest = ((rest * 256) + b) % Shares;
        return rest;
    }

    [GeneratedRegex(@"~[0-9]+$")]
    private static partial Regex Piece();
}
