using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace TextRepair.Cli;

/// <summary>Bytes to text, strictly: what is not certainly text in a known encoding is refused, never guessed at.</summary>
internal static class TextDecoder
{
    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    private static ReadOnlySpan<byte> Gb18030Mark => [0x84, 0x31, 0x95, 0x33];

    private static Encoding Gb18030 { get; } =
        CodePagesEncodingProvider.Instance.GetEncoding(54936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>Decodes a whole file.</summary>
    /// <param name="bytes">The bytes of the file.</param>
    /// <param name="name">The name that messages use.</param>
    /// <param name="encoding">The encoding; <see langword="null"/> to find out.</param>
    /// <exception cref="CliException">The bytes are no text in that encoding; the message names file, offset and what to do.</exception>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string name, TextEncoding? encoding = null)
    {
        (TextEncoding found, int mark) = Recognize(bytes, name, encoding);
        try
        {
            return new DecodedText(EncodingOf(found).GetString(bytes[mark..]), found, mark > 0);
        }
        catch (DecoderFallbackException e)
        {
            int offset = mark + e.Index;
            throw new CliException($"{name}: the byte at offset {offset} is not {NameOf(found)}. Mend the file, or name its encoding by --encoding.", e);
        }
        catch (OutOfMemoryException e)
        {
            throw new CliException($"{name}: too large to be one document. Divide it, or give it as JSON lines.", e);
        }
    }

    /// <summary>Finds out the encoding of a text.</summary>
    /// <param name="bytes">Its beginning, not cut in mid character.</param>
    /// <param name="name">The name that messages use.</param>
    /// <param name="encoding">The encoding; <see langword="null"/> to find out.</param>
    /// <returns>The encoding, and how many bytes its byte-order mark has; 0 where there is none.</returns>
    public static (TextEncoding Encoding, int MarkLength) Recognize(ReadOnlySpan<byte> bytes, string name, TextEncoding? encoding)
    {
        TextEncoding found = encoding ?? Detect(bytes, name);
        ReadOnlySpan<byte> mark = MarkOf(found);
        return (found, bytes.StartsWith(mark) ? mark.Length : 0);
    }

    public static byte[] Encode(string text, TextEncoding encoding, bool hasByteOrderMark)
    {
        Encoding encoder = EncodingOf(encoding);
        ReadOnlySpan<byte> mark = hasByteOrderMark ? MarkOf(encoding) : [];
        byte[] bytes = new byte[mark.Length + encoder.GetByteCount(text)];
        mark.CopyTo(bytes);
        encoder.GetBytes(text, bytes.AsSpan(mark.Length));
        return bytes;
    }

    public static string NameOf(TextEncoding encoding) => encoding switch
    {
        TextEncoding.Utf8 => "UTF-8",
        TextEncoding.Gb18030 => "GB18030",
        TextEncoding.Utf16LittleEndian => "UTF-16 (little-endian)",
        _ => "UTF-16 (big-endian)",
    };

    // A mark decides. Without one, what is valid UTF-8 is UTF-8; the rest is GB18030 if it is that to the last byte.
    private static TextEncoding Detect(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.StartsWith(Utf8Mark)) return TextEncoding.Utf8;
        if (bytes.StartsWith(Gb18030Mark)) return TextEncoding.Gb18030;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return TextEncoding.Utf16LittleEndian;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])) return TextEncoding.Utf16BigEndian;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
            throw new CliException($"{name}: is compressed. Unpack it, or let its name end in .gz.");
        if (Utf8.IsValid(bytes)) return TextEncoding.Utf8;
        if (bytes.Contains((byte)0))
            throw new CliException($"{name}: not a text file (the byte at offset {bytes.IndexOf((byte)0)} is 0).");
        if (LooksLikeUtf8(bytes, out int offset))
            throw new CliException($"{name}: the byte at offset {offset} is not UTF-8, though the rest of the file is. Mend the file, or name its encoding by --encoding.");
        return IsGb18030(bytes, out int bad)
            ? TextEncoding.Gb18030
            : throw new CliException($"{name}: neither UTF-8 (offset {offset}) nor GB18030 (offset {bad}). Convert the file to UTF-8.");
    }

    // Broken UTF-8 is often valid GB18030 with another meaning (鎴戜滑 for 我们). Chinese in UTF-8 is all sequences of three
    // bytes, which two-byte codes form only by accident.
    private static bool LooksLikeUtf8(ReadOnlySpan<byte> bytes, out int firstBad)
    {
        firstBad = -1;
        long good = 0, bad = 0;
        for (int at = 0; at < bytes.Length;)
        {
            OperationStatus status = Rune.DecodeFromUtf8(bytes[at..], out _, out int used);
            if (status != OperationStatus.Done)
            {
                if (firstBad < 0) firstBad = at;
                bad += used;
            }
            else if (used >= 3)
            {
                good += used;
            }
            at += used;
        }
        return good > bad;
    }

    private static bool IsGb18030(ReadOnlySpan<byte> bytes, out int offset)
    {
        try
        {
            string text = Gb18030.GetString(bytes);
            byte[] again = Gb18030.GetBytes(text);
            offset = bytes.CommonPrefixLength(again);
            return offset == bytes.Length && offset == again.Length;
        }
        catch (DecoderFallbackException e)
        {
            offset = e.Index;
            return false;
        }
        catch (EncoderFallbackException)
        {
            offset = 0;
            return false;
        }
    }

    private static ReadOnlySpan<byte> MarkOf(TextEncoding encoding) => encoding switch
    {
        TextEncoding.Utf8 => Utf8Mark,
        TextEncoding.Gb18030 => Gb18030Mark,
        TextEncoding.Utf16LittleEndian => [0xFF, 0xFE],
        _ => [0xFE, 0xFF],
    };

    public static Encoding EncodingOf(TextEncoding encoding) => encoding switch
    {
        TextEncoding.Utf8 => new UTF8Encoding(false, throwOnInvalidBytes: true),
        TextEncoding.Gb18030 => Gb18030,
        _ => new UnicodeEncoding(encoding == TextEncoding.Utf16BigEndian, byteOrderMark: false, throwOnInvalidBytes: true),
    };
}
