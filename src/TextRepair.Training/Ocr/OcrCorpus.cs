using System.IO.Compression;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TextRepair.Training.Ocr;

/// <summary>Reads clean text: gzip JSON lines with <c>id</c>, <c>genre</c> and <c>text</c>.</summary>
internal static partial class OcrCorpus
{
    /// <summary>Reads the documents of all files of a folder, in the order of the names.</summary>
    public static IEnumerable<OcrDocument> Read(string folder)
    {
        foreach (string path in Directory.GetFiles(folder, "*.jsonl.gz").Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), Encoding.UTF8);
            while (reader.ReadLine() is { } line)
            {
                using var record = JsonDocument.Parse(line);
                JsonElement root = record.RootElement;
                yield return new OcrDocument(
                    root.GetProperty("id").GetString() ?? "",
                    Path.GetFileName(path).Split('.')[0],
                    root.GetProperty("text").GetString() ?? "");
            }
        }
    }

    /// <summary>Says whether a document is never trained on: one in twenty by a hash of its name, pieces of one document together.</summary>
    public static bool IsHeldOut(string id)
    {
#pragma warning disable CA5350 // The hash divides documents as figures published before did; nothing is kept secret by it.
        byte[] hash = SHA1.HashData(Encoding.UTF8.GetBytes(Piece().Replace(id, "")));
#pragma warning restore CA5350
        return new BigInteger(hash, isUnsigned: true, isBigEndian: true) % 20 == 0;
    }

    [GeneratedRegex(@"~\d+$")]
    private static partial Regex Piece();
}
