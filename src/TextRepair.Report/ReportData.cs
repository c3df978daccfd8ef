using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace TextRepair.Report;

/// <summary>What the page's script reads: each edit with a little of its context. Texts that come again are written once.</summary>
internal sealed class ReportData
{
    // Enough to tell apart two places of one word; the script protects the shortest stretch that does.
    private const int ContextLength = 8;

    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly List<string> _strings = [];

    public static string ToJson(RepairResult result, string name)
    {
        var buffer = new ArrayBufferWriter<byte>();
        // This encoder writes <, >, & and quotes as \u escapes, so no text can end the script element that holds it.
        var options = new JsonWriterOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
        using (var json = new Utf8JsonWriter(buffer, options)) new ReportData().Write(json, result, name);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private void Write(Utf8JsonWriter json, RepairResult result, string name)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteNumber("length", result.Original.Length);
        json.WriteNumber("findings", result.Findings.Count);
        json.WriteStartArray("edits");
        foreach (TextEdit edit in result.Edits) WriteEdit(json, edit, result.Original);
        json.WriteEndArray();
        json.WriteStartArray("strings");
        foreach (string text in _strings) json.WriteStringValue(text);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // The script names these columns in the same order.
    private void WriteEdit(Utf8JsonWriter json, TextEdit edit, string original)
    {
        json.WriteStartArray();
        json.WriteNumberValue(edit.Start);
        json.WriteNumberValue(Index(edit.Original));
        json.WriteNumberValue(Index(edit.Replacement));
        json.WriteNumberValue(Index(Kinds.Class(edit.Kind)));
        json.WriteNumberValue(Math.Round(edit.Confidence, 6));
        json.WriteNumberValue(Index(edit.Rule));
        json.WriteNumberValue(Index(edit.Reason));
        json.WriteStringValue(original.AsSpan(Math.Max(0, edit.Start - ContextLength)..edit.Start));
        json.WriteStringValue(original.AsSpan(edit.End..Math.Min(original.Length, edit.End + ContextLength)));
        json.WriteEndArray();
    }

    private int Index(string text)
    {
        if (_indexes.TryGetValue(text, out int index)) return index;
        _indexes.Add(text, index = _strings.Count);
        _strings.Add(text);
        return index;
    }
}
