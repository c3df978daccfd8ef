using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace TextRepair.Records;

/// <summary>One line of JSON lines, whose text can be edited where it stands: every byte outside the edits passes through.</summary>
/// <remarks>
/// The line is read once and kept as it is; nothing is parsed into objects and written anew, so the order of fields, the
/// spelling of numbers, white space and escapes survive. Immutable as long as nobody changes the line's bytes.
/// </remarks>
public sealed class JsonRecord
{
    private const int DeepestNesting = 10_000;
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private readonly ReadOnlyMemory<byte> _line;
    private readonly int _start;
    private readonly int _length;

    private JsonRecord(ReadOnlyMemory<byte> line, int start, int length, ReadOnlyMemory<byte> id)
    {
        (_line, _start, _length, Id) = (line, start, length, id);
        Text = EscapedText.Decode(Value);
    }

    /// <summary>Gets the text of the field, escapes resolved; lone surrogates that were escaped are kept.</summary>
    public string Text { get; }

    /// <summary>Gets the record's own name as it stands in the JSON, quotes included; empty where it has none.</summary>
    public ReadOnlyMemory<byte> Id { get; }

    private ReadOnlySpan<byte> Value => _line.Span.Slice(_start, _length);

    /// <summary>Reads a record.</summary>
    /// <param name="line">One JSON object in UTF-8. White space, a line end and a byte-order mark around it are kept.</param>
    /// <param name="field">The field that holds the text; a field of the object itself, not of one inside it.</param>
    /// <param name="idField">The field that names the record; read if it is there and a string or a number.</param>
    /// <exception cref="RecordFormatException">The line is not one JSON object in UTF-8, or has not exactly one such field, or it is no string.</exception>
    public static JsonRecord Parse(ReadOnlyMemory<byte> line, string field = "text", string idField = "id")
    {
        ArgumentException.ThrowIfNullOrEmpty(field);
        ArgumentNullException.ThrowIfNull(idField);
        if (!Utf8.IsValid(line.Span))
            throw new RecordFormatException($"expected UTF-8, found other bytes (the first at byte {FirstBadByte(line.Span)}).");
        try
        {
            return ParseValid(line, field, idField);
        }
        catch (JsonException e)
        {
            throw new RecordFormatException($"expected a JSON object, found something else at byte {e.BytePositionInLine ?? 0}.", e);
        }
    }

    /// <summary>Writes the record with its text edited.</summary>
    /// <param name="edits">Edits of <see cref="Text"/>.</param>
    /// <param name="output">Receives the whole line, its line end included.</param>
    /// <remarks>
    /// Replacements are escaped where JSON asks for it, and as \uXXXX throughout where the field spells its own text so.
    /// </remarks>
    /// <exception cref="ArgumentException">The edits were made for another text.</exception>
    public void Write(EditList edits, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(edits);
        ArgumentNullException.ThrowIfNull(output);
        output.Write(_line.Span[.._start]);
        EscapedText.Rewrite(Value, Text, edits, output);
        output.Write(_line.Span[(_start + _length)..]);
    }

    private static JsonRecord ParseValid(ReadOnlyMemory<byte> line, string field, string idField)
    {
        int skipped = line.Span.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        if (line.Span[skipped..].Trim(" \t\r\n"u8).IsEmpty) throw new RecordFormatException("expected a JSON object, found an empty line.");
        var reader = new Utf8JsonReader(line.Span[skipped..], new JsonReaderOptions { MaxDepth = DeepestNesting });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new RecordFormatException($"expected a JSON object, found {Describe(reader.TokenType)}.");
        int start = -1, length = 0;
        ReadOnlyMemory<byte> id = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isText = reader.ValueTextEquals(field);
            bool isId = reader.ValueTextEquals(idField);
            reader.Read();
            if (isId && reader.TokenType is JsonTokenType.String or JsonTokenType.Number)
                id = line[(skipped + (int)reader.TokenStartIndex)..(skipped + (int)reader.BytesConsumed)];
            if (isText) (start, length) = Locate(ref reader, field, start, skipped);
            reader.Skip();
        }
        // Anything but white space after the object makes this throw.
        reader.Read();
        if (start < 0) throw new RecordFormatException($"expected a field \"{field}\", found none.");
        return new JsonRecord(line, start, length, id);
    }

    private static (int Start, int Length) Locate(ref Utf8JsonReader reader, string field, int before, int skipped)
    {
        // Readers differ in which of two equal names they believe, so repairing one of them would be a guess.
        if (before >= 0) throw new RecordFormatException($"expected one field \"{field}\", found two.");
        if (reader.TokenType != JsonTokenType.String)
            throw new RecordFormatException($"expected a string in the field \"{field}\", found {Describe(reader.TokenType)}.");
        int start = skipped + (int)reader.TokenStartIndex + 1;
        return (start, skipped + (int)reader.BytesConsumed - 1 - start);
    }

    private static string Describe(JsonTokenType token) => token switch
    {
        JsonTokenType.StartArray => "an array",
        JsonTokenType.StartObject => "an object",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        JsonTokenType.True or JsonTokenType.False => "true or false",
        _ => "something else",
    };

    private static int FirstBadByte(ReadOnlySpan<byte> line)
    {
        int at = 0;
        while (Rune.DecodeFromUtf8(line[at..], out _, out int used) == OperationStatus.Done) at += used;
        return at;
    }
}
