using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace TextRepair.Training.Quotes;

/// <summary>Reads a folder of clean text: gzip JSON lines with the fields <c>id</c> and <c>text</c>, and plain text files.</summary>
internal static class Corpus
{
    private const int HeldOutShare = 20;

    /// <summary>Reads the documents of all files, in the order of names and lines.</summary>
    /// <param name="folder">The folder with files *.jsonl.gz or *.txt.</param>
    /// <param name="heldOut">Which part to read: the twentieth that training leaves out, the rest, or all.</param>
    public static IEnumerable<CorpusText> Read(string folder, bool? heldOut)
    {
        foreach (string path in Directory.EnumerateFiles(folder, "*.jsonl.gz").Order(StringComparer.Ordinal))
            foreach (CorpusText text in ReadFile(path))
                if (heldOut is null || heldOut == text.IsHeldOut) yield return text;
        foreach (string path in Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal))
            if (heldOut is null || heldOut == IsHeldOut(Path.GetFileName(path))) yield return new CorpusText("text", Path.GetFileName(path), File.ReadAllText(path), IsHeldOut(Path.GetFileName(path)));
    }

    private static IEnumerable<CorpusText> ReadFile(string path)
    {
        string source = Path.GetFileName(path)[..^".jsonl.gz".Length];
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            using JsonDocument json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind != JsonValueKind.Object) continue;
            string id = json.RootElement.GetProperty("id").GetString() ?? "";
            string text = json.RootElement.GetProperty("text").GetString() ?? "";
            yield return new CorpusText(source, id, text, IsHeldOut(id));
        }
    }

    // Pieces of one document ("name~1", "name~2") must fall on one side.
    private static bool IsHeldOut(string id)
    {
        int tilde = id.LastIndexOf('~');
        if (tilde > 0 && tilde < id.Length - 1 && id.AsSpan(tilde + 1).IndexOfAnyExceptInRange('0', '9') < 0) id = id[..tilde];
        int rest = 0;
#pragma warning disable CA5350 // The hash deals documents out evenly; nothing is kept secret by it.
        foreach (byte value in SHA1.HashData(Encoding.UTF8.GetBytes(id))) rest = ((rest * 256) + value) % HeldOutShare;
#pragma warning restore CA5350
        return rest == 0;
    }
}
