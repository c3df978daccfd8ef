using System.Buffers;
using System.Text.Json;
using TextRepair.Records;

namespace TextRepair.Cli;

/// <summary>Reviewdog's diagnostic format, one JSON object a line; columns are UTF-8 bytes from 1, as reviewdog counts.</summary>
internal sealed class ReviewdogCheckWriter(Action<ReadOnlyMemory<byte>> write) : ICheckWriter
{
    public void Add(CheckedDocument document)
    {
        RepairResult result = document.Result;
        var lines = new LineMap(result.Original);
        var buffer = new ArrayBufferWriter<byte>();
        foreach (TextEdit edit in result.Edits)
            Write(buffer, document, lines, edit.Start, edit.Length, $"{edit.Original} → {edit.Replacement}: {edit.Reason}", ResultJson.NameOf(edit.Kind), edit.Replacement);
        foreach (Finding finding in result.Findings)
            Write(buffer, document, lines, finding.Start, finding.Length, finding.Message, ResultJson.NameOf(finding.Kind), null);
        if (buffer.WrittenCount > 0) write(buffer.WrittenMemory);
    }

    public void End()
    {
    }

    public void Dispose()
    {
    }

    private static void Write(
        ArrayBufferWriter<byte> buffer, CheckedDocument document, LineMap lines, int start, int length, string message, string code, string? replacement)
    {
        using (var json = new Utf8JsonWriter(buffer, ResultJson.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteString("message"u8, message);
            json.WriteStartObject("location"u8);
            json.WriteString("path"u8, document.Input.Name);
            WriteRange(json, document, lines, start, length);
            json.WriteEndObject();
            json.WriteString("severity"u8, "WARNING");
            json.WriteStartObject("source"u8);
            json.WriteString("name"u8, "textrepair");
            json.WriteEndObject();
            json.WriteStartObject("code"u8);
            json.WriteString("value"u8, code);
            json.WriteEndObject();
            // A suggestion speaks of the file's own bytes; inside a JSON string these are escaped, so records get none.
            if (replacement is not null && document.Place.Line == 0) WriteSuggestion(json, document, lines, start, length, replacement);
            json.WriteEndObject();
        }
        buffer.Write("\n"u8);
    }

    private static void WriteSuggestion(Utf8JsonWriter json, CheckedDocument document, LineMap lines, int start, int length, string replacement)
    {
        json.WriteStartArray("suggestions"u8);
        json.WriteStartObject();
        WriteRange(json, document, lines, start, length);
        json.WriteString("text"u8, replacement);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteRange(Utf8JsonWriter json, CheckedDocument document, LineMap lines, int start, int length)
    {
        json.WriteStartObject("range"u8);
        if (document.Place.Line > 0)
        {
            json.WriteStartObject("start"u8);
            json.WriteNumber("line"u8, document.Place.Line);
            json.WriteEndObject();
        }
        else
        {
            WritePosition(json, "start"u8, lines, start);
            WritePosition(json, "end"u8, lines, start + length);
        }
        json.WriteEndObject();
    }

    private static void WritePosition(Utf8JsonWriter json, ReadOnlySpan<byte> name, LineMap lines, int position)
    {
        json.WriteStartObject(name);
        json.WriteNumber("line"u8, lines.LineOf(position) + 1);
        json.WriteNumber("column"u8, lines.ByteColumnOf(position) + 1);
        json.WriteEndObject();
    }
}
