using System.Buffers;
using System.Text;
using System.Text.Json;
using TextRepair.Records;

namespace TextRepair.Corpus;

/// <summary>One line of a rejects file: <c>{"line","reason","message","bytes","text"}</c>, or <c>base64</c> in place of <c>text</c> where it is not UTF-8.</summary>
/// <param name="Line">The number of the line, from 1.</param>
/// <param name="Piece">The number of the piece, from 0, where a line was too large to hold; <see langword="null"/> for a whole line.</param>
/// <param name="Content">The line as it was, its end included: nothing is lost, and undoing puts it back.</param>
internal sealed record RejectLine(long Line, int? Piece, ReadOnlyMemory<byte> Content)
{
    public static void Write(IBufferWriter<byte> output, long line, int? piece, string reason, string message, ReadOnlySpan<byte> content)
    {
        using (var json = new Utf8JsonWriter(output, ResultJson.WriterOptions))
        {
            json.WriteStartObject();
            json.WriteNumber("line", line);
            if (piece is { } number) json.WriteNumber("piece", number);
            json.WriteString("reason", reason);
            json.WriteString("message", message);
            json.WriteNumber("bytes", content.Length);
            if (System.Text.Unicode.Utf8.IsValid(content)) json.WriteString("text", content);
            else json.WriteBase64String("base64", content);
            json.WriteEndObject();
        }
        output.Write("\n"u8);
    }

    public static RejectLine Read(ReadOnlyMemory<byte> line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        JsonElement root = json.RootElement;
        byte[] content = root.TryGetProperty("base64", out JsonElement base64)
            ? base64.GetBytesFromBase64()
            : Encoding.UTF8.GetBytes(root.GetProperty("text").GetString()!);
        int? piece = root.TryGetProperty("piece", out JsonElement number) ? number.GetInt32() : null;
        return new(root.GetProperty("line").GetInt64(), piece, content);
    }
}
