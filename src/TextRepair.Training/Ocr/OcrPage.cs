using System.Text.Json;

namespace TextRepair.Training.Ocr;

/// <summary>A passage that was printed, damaged and read, with its truth.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Degradation">How the page was damaged.</param>
/// <param name="Truth">The passage as printed: one paragraph a line, without page furniture.</param>
/// <param name="Read">What the reader wrote, page furniture included.</param>
/// <param name="Extras">The page furniture as printed.</param>
/// <param name="Document">The document the passage is from.</param>
internal sealed record OcrPage(string Id, string Degradation, string Truth, string Read, IReadOnlyList<string> Extras, string Document)
{
    /// <summary>Reads pages from JSON lines.</summary>
    /// <exception cref="InvalidDataException">A line is not such a record; the message names it.</exception>
    public static IEnumerable<OcrPage> ReadAll(string path)
    {
        int number = 0;
        foreach (string line in File.ReadLines(path)) yield return Parse(line, $"{path}, line {++number}");
    }

    /// <summary>Gets what was read without the lines of page furniture, as somebody who knows what was printed would cut it.</summary>
    public string ReadWithoutExtras()
    {
        string[] furniture = [.. Extras.Select(Squeezed)];
        IEnumerable<string> lines = Read.Replace('\f', '\n').Split('\n');
        return string.Join('\n', lines.Where(line => !Array.Exists(furniture, extra => IsLike(extra, Squeezed(line))))).Trim('\n');
    }

    private static OcrPage Parse(string line, string place)
    {
        try
        {
            using var record = JsonDocument.Parse(line);
            JsonElement root = record.RootElement;
            return new OcrPage(
                Text(root, "id"),
                Text(root, "degradation"),
                Text(root, "truth"),
                Text(root, "ocr"),
                root.TryGetProperty("extras", out JsonElement extras) ? [.. extras.EnumerateArray().Select(e => e.GetString() ?? "")] : [],
                Text(root, "doc"));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"{place}: expected a JSON object with the texts id, degradation, truth and ocr and the list extras: {e.Message}", e);
        }
    }

    private static bool IsLike(string extra, string line) =>
        line.Length > 0 && CharacterAlignment.Distance(extra, line) * 2 <= extra.Length;

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string Text(JsonElement record, string name) =>
        record.TryGetProperty(name, out JsonElement value) ? value.GetString() ?? "" : "";
}
