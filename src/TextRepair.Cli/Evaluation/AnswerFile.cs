using System.Text.Json;
using TextRepair.Records;

namespace TextRepair.Cli;

/// <summary>
/// Reads an answer: <c>{"edits":[[start,length,replacement]…],"unsure":[[start,length]…]}</c> in code points (.json), edits
/// as the tool writes them (.jsonl), or the right text itself (anything else).
/// </summary>
internal static class AnswerFile
{
    /// <summary>Reads what is right for a text.</summary>
    /// <exception cref="CliException">The file holds no answer, or one to another text.</exception>
    public static Answer Read(Host host, string path, string damaged)
    {
        string text = new InputFile(path, path).ReadText(host, null).Text;
        if (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)) return Guard(path, () => FromJson(path, text, damaged));
        return path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase)
            ? FromEdits(FittingEdits(path, text, damaged), damaged)
            : new Answer(CodePoints.Convert(damaged, TextDifference.Find(damaged, text)), []) { Kinds = Answer.All };
    }

    /// <summary>Reads the edits of a text.</summary>
    /// <exception cref="CliException">The file holds something else, or edits of another text.</exception>
    public static TextEdit[] ReadEdits(Host host, string path, string damaged) => FittingEdits(path, new InputFile(path, path).ReadText(host, null).Text, damaged);

    private static Answer FromEdits(TextEdit[] edits, string damaged) => new(CodePoints.Convert(damaged, edits), [])
    {
        Kinds = Answer.Words.Union(edits.Select(edit => edit.Kind)).ToHashSet(),
    };

    private static Answer FromJson(string path, string text, string damaged)
    {
        using JsonDocument json = JsonDocument.Parse(text);
        var edits = json.RootElement.GetProperty("edits").EnumerateArray()
            .Select(edit => new CodePointEdit(edit[0].GetInt32(), edit[1].GetInt32(), edit[2].GetString()!)).ToList();
        var unsure = json.RootElement.TryGetProperty("unsure", out JsonElement places)
            ? places.EnumerateArray().Select(place => new CodePointEdit(place[0].GetInt32(), place[1].GetInt32(), "")).ToList()
            : [];
        int length = damaged.EnumerateRunes().Count();
        foreach (CodePointEdit place in edits.Concat(unsure))
            if (place.Start < 0 || place.Length < 0 || place.Start > length - place.Length)
                throw new CliException($"{path}: the text has no place [{place.Start},{place.Length}], it has {length} code points; the answer is to another text.");
        return new Answer(edits, unsure);
    }

    private static TextEdit[] FittingEdits(string path, string text, string damaged)
    {
        TextEdit[] edits = Guard(path, () => ReadEdits(text).ToArray());
        foreach (TextEdit edit in edits)
            if (edit.Start > damaged.Length - edit.Length || string.CompareOrdinal(damaged, edit.Start, edit.Original, 0, edit.Length) != 0)
                throw new CliException($"{path}: no \"{edit.Original}\" stands at {edit.Start}; the edits are of another text.");
        return edits;
    }

    private static T Guard<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is JsonException or RecordFormatException or KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            throw new CliException($"{path}: expected {{\"edits\":[[start,length,replacement]…],\"unsure\":[[start,length]…]}} (.json) or edits one a line (.jsonl). {e.Message}", e);
        }
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
