using System.Text.Json;
using TextRepair.Records;

namespace TextRepair.Cli;

/// <summary>
/// Reads an answer: <c>{"edits":[[start,length,replacement]…],"unsure":[[start,length]…]}</c> in code points (.json), edits
/// as the tool writes them (.jsonl), or the right text itself (anything else).
/// </summary>
internal static class AnswerFile
{
    public static Answer Read(Host host, string path, string damaged)
    {
        string text = new InputFile(path, path).ReadText(host, null).Text;
        try
        {
            if (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)) return FromJson(text);
            return path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase)
                ? FromEdits([.. ReadEdits(text)], damaged)
                : new Answer(CodePoints.Convert(damaged, TextDifference.Find(damaged, text)), []) { Kinds = Answer.All };
        }
        catch (Exception e) when (e is JsonException or RecordFormatException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new CliException($"{path}: expected {{\"edits\":[[start,length,replacement]…],\"unsure\":[[start,length]…]}} or edits one a line; {e.Message}", e);
        }
    }

    private static Answer FromEdits(TextEdit[] edits, string damaged) => new(CodePoints.Convert(damaged, edits), [])
    {
        Kinds = Answer.Words.Union(edits.Select(edit => edit.Kind)).ToHashSet(),
    };

    private static Answer FromJson(string text)
    {
        using JsonDocument json = JsonDocument.Parse(text);
        var edits = json.RootElement.GetProperty("edits").EnumerateArray()
            .Select(edit => new CodePointEdit(edit[0].GetInt32(), edit[1].GetInt32(), edit[2].GetString()!)).ToList();
        var unsure = json.RootElement.TryGetProperty("unsure", out JsonElement places)
            ? places.EnumerateArray().Select(place => new CodePointEdit(place[0].GetInt32(), place[1].GetInt32(), "")).ToList()
            : [];
        return new Answer(edits, unsure);
    }

    /// <summary>Reads an edits file; findings are passed over.</summary>
    public static IEnumerable<TextEdit> ReadEdits(string text)
    {
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            if (json.RootElement.TryGetProperty("replacement"u8, out _)) yield return ResultJson.ReadEdit(json.RootElement);
        }
    }
}
