using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TextRepair.Records;

/// <summary>Edits and findings as JSON: the one spelling that files, tools and corpora share.</summary>
/// <remarks>
/// An edit is <c>{"start","length","original","replacement","kind","confidence","rule","reason"}</c>, a finding
/// <c>{"start","length","kind","message"}</c>; both open with <c>file</c>, <c>line</c> and <c>id</c> where they belong to one of several.
/// Offsets are UTF-16 code units of the decoded text, a byte-order mark not counted, carriage returns counted.
/// </remarks>
public static class ResultJson
{
    /// <summary>Gets how writers are to be set up: Chinese stays readable.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the edits and findings of one document, one JSON object a line, sorted by start.</summary>
    /// <param name="result">The document.</param>
    /// <param name="place">The record it came from; <see langword="default"/> where the input is one document.</param>
    /// <param name="output">Receives UTF-8.</param>
    public static void WriteLines(RepairResult result, RecordPlace place, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(output);
        using var writer = new Utf8JsonWriter(output, WriterOptions);
        int finding = 0;
        foreach (TextEdit edit in result.Edits)
        {
            while (finding < result.Findings.Count && result.Findings[finding].Start < edit.Start)
                EndLine(writer, output, static (w, f, p) => Write(w, f, p), result.Findings[finding++], place);
            EndLine(writer, output, static (w, e, p) => Write(w, e, p), edit, place);
        }
        while (finding < result.Findings.Count)
            EndLine(writer, output, static (w, f, p) => Write(w, f, p), result.Findings[finding++], place);
    }

    /// <summary>Writes the edits and findings of a part of a long text as <see cref="WriteLines(RepairResult, RecordPlace, IBufferWriter{byte})"/> does, with the positions they have in the whole.</summary>
    /// <param name="part">The part.</param>
    /// <param name="place">The record it came from; <see langword="default"/> where the input is one document.</param>
    /// <param name="output">Receives UTF-8.</param>
    /// <exception cref="OverflowException">The part lies beyond the 2,147,483,647th code unit.</exception>
    public static void WriteLines(RepairedPart part, RecordPlace place, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(part);
        RepairResult result = part.Result;
        int At(int start) => checked((int)(part.Position + start));
        EditList edits = EditList.Create(result.Edits.Select(edit => edit.MovedTo(At(edit.Start))));
        List<Finding> findings = [.. result.Findings.Select(finding => finding with { Start = At(finding.Start) })];
        WriteLines(new RepairResult(result.Original, result.Text, edits, findings, result.Diagnosis), place, output);
    }

    /// <summary>Writes an edit as one JSON object.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="edit">The edit.</param>
    /// <param name="place">The record it belongs to.</param>
    public static void Write(Utf8JsonWriter writer, TextEdit edit, RecordPlace place = default)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(edit);
        writer.WriteStartObject();
        WritePlace(writer, place);
        writer.WriteNumber("start"u8, edit.Start);
        writer.WriteNumber("length"u8, edit.Length);
        WriteString(writer, "original"u8, edit.Original);
        WriteString(writer, "replacement"u8, edit.Replacement);
        writer.WriteString("kind"u8, NameOf(edit.Kind));
        writer.WriteNumber("confidence"u8, Math.Round(edit.Confidence, 4));
        WriteString(writer, "rule"u8, edit.Rule);
        WriteString(writer, "reason"u8, edit.Reason);
        writer.WriteEndObject();
    }

    /// <summary>Writes a finding as one JSON object.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="finding">The finding.</param>
    /// <param name="place">The record it belongs to.</param>
    public static void Write(Utf8JsonWriter writer, Finding finding, RecordPlace place = default)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(finding);
        writer.WriteStartObject();
        WritePlace(writer, place);
        writer.WriteNumber("start"u8, finding.Start);
        writer.WriteNumber("length"u8, finding.Length);
        writer.WriteString("kind"u8, NameOf(finding.Kind));
        WriteString(writer, "message"u8, finding.Message);
        writer.WriteEndObject();
    }

    /// <summary>Reads an edit that <see cref="Write(Utf8JsonWriter, TextEdit, RecordPlace)"/> wrote.</summary>
    /// <param name="element">The JSON object; fields it has beside those of an edit are passed over.</param>
    /// <exception cref="RecordFormatException">The object is no edit; the message says what is wrong with it.</exception>
    public static TextEdit ReadEdit(JsonElement element)
    {
        try
        {
            string original = ReadString(element.GetProperty("original"u8));
            int length = element.GetProperty("length"u8).GetInt32();
            if (length != original.Length)
                throw new RecordFormatException($"expected an original of {length} code units, found \"{original}\" ({original.Length}).");
            return new TextEdit(
                element.GetProperty("start"u8).GetInt32(),
                original,
                ReadString(element.GetProperty("replacement"u8)),
                KindOf(element.GetProperty("kind"u8).GetString()),
                element.TryGetProperty("confidence"u8, out JsonElement confidence) ? confidence.GetDouble() : 1,
                element.TryGetProperty("rule"u8, out JsonElement rule) ? ReadString(rule) : "",
                element.TryGetProperty("reason"u8, out JsonElement reason) ? ReadString(reason) : "");
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException and not RecordFormatException or ArgumentOutOfRangeException)
        {
            throw new RecordFormatException("expected an edit with start, length, original, replacement and kind, found something else.", e);
        }
    }

    /// <summary>Names a kind of edit as JSON and the command line spell it.</summary>
    /// <param name="kind">The kind.</param>
    public static string NameOf(EditKind kind) => kind switch
    {
        EditKind.Substitution => "substitution",
        EditKind.Ocr => "ocr",
        EditKind.Layout => "layout",
        EditKind.Quote => "quote",
        EditKind.Width => "width",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of edit."),
    };

    /// <summary>Names a kind of finding as JSON spells it.</summary>
    /// <param name="kind">The kind.</param>
    public static string NameOf(FindingKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    private static EditKind KindOf(string? name)
    {
        foreach (EditKind kind in Enum.GetValues<EditKind>())
            if (NameOf(kind) == name) return kind;
        throw new RecordFormatException($"expected a kind of edit, found \"{name}\".");
    }

    private static void EndLine<T>(Utf8JsonWriter writer, IBufferWriter<byte> output, Action<Utf8JsonWriter, T, RecordPlace> write, T item, RecordPlace place)
    {
        write(writer, item, place);
        writer.Flush();
        writer.Reset();
        output.Write("\n"u8);
    }

    private static void WritePlace(Utf8JsonWriter writer, RecordPlace place)
    {
        if (place.File is not null) WriteString(writer, "file"u8, place.File);
        if (place.Line > 0) writer.WriteNumber("line"u8, place.Line);
        if (place.Id.IsEmpty) return;
        writer.WritePropertyName("id"u8);
        writer.WriteRawValue(place.Id.Span, skipInputValidation: true);
    }

    // The framework's writer puts U+FFFD for a lone surrogate. Edits must reproduce the output exactly, so these are escaped.
    private static void WriteString(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string value)
    {
        if (!HasLoneSurrogate(value))
        {
            writer.WriteString(name, value);
            return;
        }
        var spelled = new ArrayBufferWriter<byte>();
        spelled.Write("\""u8);
        EscapedText.Encode(value, ascii: false, spelled);
        spelled.Write("\""u8);
        writer.WritePropertyName(name);
        writer.WriteRawValue(spelled.WrittenSpan, skipInputValidation: true);
    }

    private static string ReadString(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
            throw new RecordFormatException($"expected a string, found {value.ValueKind}.");
        string raw = value.GetRawText();
        return EscapedText.Decode(System.Text.Encoding.UTF8.GetBytes(raw).AsSpan()[1..^1]);
    }

    private static bool HasLoneSurrogate(ReadOnlySpan<char> text)
    {
        int at = text.IndexOfAnyInRange('\ud800', '\udfff');
        if (at < 0) return false;
        for (text = text[at..]; !text.IsEmpty;)
        {
            if (System.Text.Rune.DecodeFromUtf16(text, out _, out int used) != OperationStatus.Done) return true;
            text = text[used..];
        }
        return false;
    }
}
