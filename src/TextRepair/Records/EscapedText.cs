using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace TextRepair.Records;

/// <summary>The inside of a JSON string: bytes that spell UTF-16 code units, as UTF-8 or as escapes.</summary>
/// <remarks>
/// Utf8JsonReader checks the grammar but gives no way to edit a string in place, and it refuses lone surrogates, which JSON
/// allows as escapes. The bytes given here have passed the reader and are valid UTF-8.
/// </remarks>
internal static class EscapedText
{
    public static string Decode(ReadOnlySpan<byte> value)
    {
        if (!value.Contains((byte)'\\')) return Encoding.UTF8.GetString(value);
        var text = new StringBuilder(value.Length);
        while (!value.IsEmpty)
        {
            int plain = value.IndexOf((byte)'\\');
            text.Append(Encoding.UTF8.GetString(plain < 0 ? value : value[..plain]));
            if (plain < 0) break;
            value = value[plain..];
            text.Append(ReadEscape(value, out int used));
            value = value[used..];
        }
        return text.ToString();
    }

    public static void Rewrite(ReadOnlySpan<byte> value, string text, EditList edits, IBufferWriter<byte> output)
    {
        bool ascii = edits.Count > 0 && IsSpelledInAscii(value, text);
        int bytes = 0, units = 0;
        foreach (TextEdit edit in edits)
        {
            if (edit.End > text.Length || !text.AsSpan(edit.Start, edit.Length).SequenceEqual(edit.Original))
                throw new ArgumentException($"The text does not hold \"{edit.Original}\" at {edit.Start}: it is not the text these edits were made for.", nameof(edits));
            int start = bytes + Advance(value[bytes..], edit.Start - units);
            output.Write(value[bytes..start]);
            Encode(edit.Replacement, ascii, output);
            bytes = start + Advance(value[start..], edit.Length);
            units = edit.End;
        }
        output.Write(value[bytes..]);
    }

    /// <summary>Spells a text as the inside of a JSON string. Lone surrogates become escapes, so nothing is lost.</summary>
    public static void Encode(ReadOnlySpan<char> text, bool ascii, IBufferWriter<byte> output)
    {
        while (!text.IsEmpty)
        {
            bool whole = Rune.DecodeFromUtf16(text, out Rune rune, out int used) == OperationStatus.Done;
            if (whole && rune.Value >= ' ' && rune.Value is not ('"' or '\\') && (rune.IsAscii || !ascii))
                output.Advance(rune.EncodeToUtf8(output.GetSpan(4)));
            else
                foreach (char unit in text[..used]) WriteEscape(unit, output);
            text = text[used..];
        }
    }

    // The length in bytes of the first so many code units.
    private static int Advance(ReadOnlySpan<byte> value, int units)
    {
        int at = 0;
        while (units > 0)
        {
            if (value[at] == '\\')
            {
                at += value[at + 1] == 'u' ? 6 : 2;
                units--;
            }
            else
            {
                int length = Utf8Length(value[at]);
                at += length;
                units -= length == 4 ? 2 : 1;
            }
        }
        return units == 0 ? at : throw new ArgumentException("An edit begins or ends inside a surrogate pair.");
    }

    private static int Utf8Length(byte lead) => lead switch { < 0x80 => 1, < 0xE0 => 2, < 0xF0 => 3, _ => 4 };

    private static bool IsSpelledInAscii(ReadOnlySpan<byte> value, string text) =>
        Ascii.IsValid(value) && !Ascii.IsValid(text);

    private static char ReadEscape(ReadOnlySpan<byte> escape, out int used)
    {
        used = escape[1] == 'u' ? 6 : 2;
        return escape[1] switch
        {
            (byte)'u' => (char)ushort.Parse(escape[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
            (byte)'b' => '\b',
            (byte)'f' => '\f',
            (byte)'n' => '\n',
            (byte)'r' => '\r',
            (byte)'t' => '\t',
            byte itself when itself is (byte)'"' or (byte)'\\' or (byte)'/' => (char)itself,
            _ => throw new UnreachableException("The reader lets no other escape through."),
        };
    }

    private static void WriteEscape(char unit, IBufferWriter<byte> output)
    {
        Span<byte> escape = stackalloc byte[6];
        char letter = unit switch { '"' => '"', '\\' => '\\', '\b' => 'b', '\f' => 'f', '\n' => 'n', '\r' => 'r', '\t' => 't', _ => 'u' };
        (escape[0], escape[1]) = ((byte)'\\', (byte)letter);
        if (letter == 'u') ((ushort)unit).TryFormat(escape[2..], out _, "x4", CultureInfo.InvariantCulture);
        output.Write(letter == 'u' ? escape : escape[..2]);
    }
}
