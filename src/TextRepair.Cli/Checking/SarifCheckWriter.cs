using System.Buffers;
using System.Text.Json;
using TextRepair.Records;

namespace TextRepair.Cli;

/// <summary>SARIF 2.1.0, as code-scanning services read it. Rules are kinds; columns are UTF-16 code units from 1.</summary>
internal sealed class SarifCheckWriter : ICheckWriter
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json;
    private readonly Action<ReadOnlyMemory<byte>> _write;

    public SarifCheckWriter(Action<ReadOnlyMemory<byte>> write)
    {
        _write = write;
        _json = new Utf8JsonWriter(_buffer, ResultJson.WriterOptions);
        _json.WriteStartObject();
        _json.WriteString("$schema"u8, Schema);
        _json.WriteString("version"u8, "2.1.0");
        _json.WriteStartArray("runs"u8);
        _json.WriteStartObject();
        WriteTool();
        _json.WriteString("columnKind"u8, "utf16CodeUnits");
        _json.WriteStartArray("results"u8);
    }

    public void Add(CheckedDocument document)
    {
        RepairResult result = document.Result;
        var lines = new LineMap(result.Original);
        foreach (TextEdit edit in result.Edits)
        {
            Begin(document, lines, edit.Start, edit.Length, ResultJson.NameOf(edit.Kind), $"{edit.Original} → {edit.Replacement}: {edit.Reason}");
            if (document.Place.Line == 0) WriteFix(document, edit);
            _json.WriteEndObject();
        }
        foreach (Finding finding in result.Findings)
        {
            Begin(document, lines, finding.Start, finding.Length, ResultJson.NameOf(finding.Kind), finding.Message);
            _json.WriteEndObject();
        }
        Flush();
    }

    public void End()
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Flush();
        _buffer.Write("\n"u8);
        Flush();
    }

    private void WriteTool()
    {
        _json.WriteStartObject("tool"u8);
        _json.WriteStartObject("driver"u8);
        _json.WriteString("name"u8, "textrepair");
        _json.WriteString("version"u8, typeof(SarifCheckWriter).Assembly.GetName().Version!.ToString(3));
        _json.WriteStartArray("rules"u8);
        foreach (EditKind kind in Enum.GetValues<EditKind>()) WriteRule(ResultJson.NameOf(kind), "Damage that can be repaired.");
        foreach (FindingKind kind in Enum.GetValues<FindingKind>()) WriteRule(ResultJson.NameOf(kind), "Damage that can be seen and not repaired.");
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    private void WriteRule(string id, string description)
    {
        _json.WriteStartObject();
        _json.WriteString("id"u8, id);
        WriteMessage("shortDescription"u8, description);
        _json.WriteEndObject();
    }

    private void Begin(CheckedDocument document, LineMap lines, int start, int length, string rule, string message)
    {
        _json.WriteStartObject();
        _json.WriteString("ruleId"u8, rule);
        _json.WriteString("level"u8, "warning");
        WriteMessage("message"u8, message);
        _json.WriteStartArray("locations"u8);
        _json.WriteStartObject();
        _json.WriteStartObject("physicalLocation"u8);
        WriteFile(document);
        _json.WriteStartObject("region"u8);
        if (document.Place.Line > 0) _json.WriteNumber("startLine"u8, document.Place.Line);
        else WriteRegion(lines, start, length);
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteEndArray();
    }

    private void WriteRegion(LineMap lines, int start, int length)
    {
        int end = start + length;
        _json.WriteNumber("startLine"u8, lines.LineOf(start) + 1);
        _json.WriteNumber("startColumn"u8, lines.ColumnOf(start) + 1);
        _json.WriteNumber("endLine"u8, lines.LineOf(end) + 1);
        _json.WriteNumber("endColumn"u8, lines.ColumnOf(end) + 1);
        _json.WriteNumber("charOffset"u8, start);
        _json.WriteNumber("charLength"u8, length);
    }

    private void WriteFix(CheckedDocument document, TextEdit edit)
    {
        _json.WriteStartArray("fixes"u8);
        _json.WriteStartObject();
        _json.WriteStartArray("artifactChanges"u8);
        _json.WriteStartObject();
        WriteFile(document);
        _json.WriteStartArray("replacements"u8);
        _json.WriteStartObject();
        _json.WriteStartObject("deletedRegion"u8);
        _json.WriteNumber("charOffset"u8, edit.Start);
        _json.WriteNumber("charLength"u8, edit.Length);
        _json.WriteEndObject();
        WriteMessage("insertedContent"u8, edit.Replacement);
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.WriteEndArray();
    }

    private void WriteFile(CheckedDocument document)
    {
        string path = document.Input.Path ?? "stdin";
        string address = Path.IsPathRooted(path) ? new Uri(path).AbsoluteUri : Uri.EscapeDataString(path.Replace('\\', '/')).Replace("%2F", "/", StringComparison.Ordinal);
        _json.WriteStartObject("artifactLocation"u8);
        _json.WriteString("uri"u8, address);
        _json.WriteEndObject();
    }

    private void WriteMessage(ReadOnlySpan<byte> name, string text)
    {
        _json.WriteStartObject(name);
        _json.WriteString("text"u8, text);
        _json.WriteEndObject();
    }

    public void Dispose() => _json.Dispose();

    private void Flush()
    {
        _json.Flush();
        _write(_buffer.WrittenMemory);
        _buffer.ResetWrittenCount();
    }
}
