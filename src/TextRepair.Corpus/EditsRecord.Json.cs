using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using TextRepair.Records;

namespace TextRepair.Corpus;

internal sealed partial class EditsRecord
{
    public void Write(IBufferWriter<byte> output)
    {
        using (var json = new Utf8JsonWriter(output, ResultJson.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteNumber("line", Place.Line);
            if (!Place.Id.IsEmpty) json.WritePropertyName("id");
            if (!Place.Id.IsEmpty) json.WriteRawValue(Place.Id.Span, skipInputValidation: true);
            WriteFinite(json, "damage", Diagnosis.DamageProbability);
            WriteEdits(json, "edits", isMade: true);
            WriteEdits(json, "notMade", isMade: false);
            json.WriteStartArray("findings");
            foreach (Finding finding in Findings) ResultJson.Write(json, finding);
            json.WriteEndArray();
            json.WriteStartArray("swaps");
            foreach (SwapDiagnosis swap in Diagnosis.Swaps) Write(json, swap);
            json.WriteEndArray();
            if (_source is { } source) json.WriteString("source", source);
            json.WriteEndObject();
        }
        output.Write("\n"u8);
    }

    public static EditsRecord Read(ReadOnlyMemory<byte> line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        JsonElement root = json.RootElement;
        byte[] id = root.TryGetProperty("id", out JsonElement value) ? JsonMarshal.GetRawUtf8Value(value).ToArray() : [];
        string? source = root.TryGetProperty("source", out JsonElement kept) ? kept.GetString() : null;
        IEnumerable<RecordedEdit> edits = ReadEdits(root, "edits", isMade: true).Concat(ReadEdits(root, "notMade", isMade: false));
        return new(
            new(root.GetProperty("line").GetInt64(), id),
            source,
            [.. edits.OrderBy(recorded => recorded.Edit.Start).ThenBy(recorded => recorded.Edit.Length)],
            [.. root.GetProperty("findings").EnumerateArray().Select(ReadFinding)],
            new Diagnosis(root.GetProperty("damage").GetDouble(), [.. root.GetProperty("swaps").EnumerateArray().Select(ReadSwap)]));
    }

    private void WriteEdits(Utf8JsonWriter json, string name, bool isMade)
    {
        // Nearly every run makes all it records, and then this list is not there.
        if (!isMade && Edits.All(recorded => recorded.IsMade)) return;
        json.WriteStartArray(name);
        foreach (RecordedEdit recorded in Edits)
            if (recorded.IsMade == isMade) ResultJson.Write(json, recorded.Edit);
        json.WriteEndArray();
    }

    private static RecordedEdit[] ReadEdits(JsonElement root, string name, bool isMade) =>
        root.TryGetProperty(name, out JsonElement edits)
            ? edits.EnumerateArray().Select(edit => new RecordedEdit(ResultJson.ReadEdit(edit), isMade)).ToArray()
            : [];

    private static Finding ReadFinding(JsonElement finding) => new(
        finding.GetProperty("start").GetInt32(),
        finding.GetProperty("length").GetInt32(),
        FindingKindOf(finding.GetProperty("kind").GetString()!),
        finding.GetProperty("message").GetString()!);

    private static FindingKind FindingKindOf(string name) =>
        Enum.GetValues<FindingKind>().First(kind => ResultJson.NameOf(kind) == name);

    private static void Write(Utf8JsonWriter json, SwapDiagnosis swap)
    {
        json.WriteStartObject();
        json.WriteString("damaged", swap.Damaged);
        json.WriteString("original", swap.Original);
        json.WriteString("family", swap.Family);
        WriteFinite(json, "probability", swap.Probability);
        WriteFinite(json, "evidence", swap.Evidence);
        json.WriteNumber("damagedCount", swap.DamagedCount);
        json.WriteNumber("originalCount", swap.OriginalCount);
        json.WriteNumber("replaced", swap.Replaced);
        json.WriteEndObject();
    }

    private static SwapDiagnosis ReadSwap(JsonElement swap) => new(
        swap.GetProperty("damaged").GetString()!,
        swap.GetProperty("original").GetString()!,
        swap.GetProperty("family").GetString()!,
        swap.GetProperty("probability").GetDouble(),
        swap.GetProperty("evidence").GetDouble(),
        swap.GetProperty("damagedCount").GetInt32(),
        swap.GetProperty("originalCount").GetInt32(),
        swap.GetProperty("replaced").GetInt32());

    // JSON has no infinity; evidence beyond a billion is as good as infinite.
    private static void WriteFinite(Utf8JsonWriter json, string name, double value) =>
        json.WriteNumber(name, double.IsNaN(value) ? 0 : Math.Clamp(Math.Round(value, Places), -1e9, 1e9));
}
