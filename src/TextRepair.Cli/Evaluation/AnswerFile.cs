using System.Text.Json;
using DiffPlex;
using DiffPlex.Model;
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
                ? new Answer(CodePoints.Convert(damaged, ReadEdits(text)), [])
                : new Answer(FromText(damaged, text), []);
        }
        catch (Exception e) when (e is JsonException or RecordFormatException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new CliException($"{path}: expected {{\"edits\":[[start,length,replacement]…],\"unsure\":[[start,length]…]}} or edits one a line; {e.Message}", e);
        }
    }

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

    // Lines first and characters within the lines that differ: the character diff alone is quadratic in the worst case.
    private static List<CodePointEdit> FromText(string damaged, string right)
    {
        var edits = new List<TextEdit>();
        DiffResult lines = Differ.Instance.CreateCustomDiffs(damaged, right, false, SplitLines);
        int[] starts = Starts(lines.PiecesOld);
        foreach (DiffBlock block in lines.DiffBlocks)
        {
            string before = string.Concat(lines.PiecesOld.Skip(block.DeleteStartA).Take(block.DeleteCountA));
            string after = string.Concat(lines.PiecesNew.Skip(block.InsertStartB).Take(block.InsertCountB));
            DiffResult characters = Differ.Instance.CreateCharacterDiffs(before, after, false);
            foreach (DiffBlock part in characters.DiffBlocks)
                edits.Add(new TextEdit(
                    starts[block.DeleteStartA] + part.DeleteStartA,
                    before.Substring(part.DeleteStartA, part.DeleteCountA),
                    after.Substring(part.InsertStartB, part.InsertCountB),
                    EditKind.Substitution, 1, "", ""));
        }
        return CodePoints.Convert(damaged, edits);
    }

    private static string[] SplitLines(string text)
    {
        var lines = new List<string>();
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start) is var at and >= 0 ? at + 1 : text.Length;
            lines.Add(text[start..end]);
            start = end;
        }
        return [.. lines];
    }

    private static int[] Starts(IReadOnlyList<string> lines)
    {
        int[] starts = new int[lines.Count + 1];
        for (int i = 0; i < lines.Count; i++) starts[i + 1] = starts[i] + lines[i].Length;
        return starts;
    }
}
