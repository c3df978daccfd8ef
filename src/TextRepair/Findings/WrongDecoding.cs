using System.Text;

namespace TextRepair.Findings;

/// <summary>A piece of text whose bytes were decoded with the wrong encoding.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Cause">What was read as what.</param>
/// <param name="Expected">How it reads with the right encoding; empty where the bytes are gone.</param>
internal readonly record struct WrongDecoding(int Start, int End, string Cause, string Expected)
{
    private const int LongestRun = 600;
    private const int GbkCodePage = 936;
    private const int GbkStep = 3;
    private const int FewestHan = 2;
    private const int ShortestChinese = 3;

    // The first common characters of GBK begin with a byte that is no letter in Latin-1.
    private const char FirstLead = '\u00b0', FirstLetter = '\u00c0';

    // Where Windows-1252 differs from Latin-1, from 0x80 on; what it leaves out stands for itself.
    private const string Windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

    private static readonly Lazy<Encoding> Gbk = new(() =>
        CodePagesEncodingProvider.Instance.GetEncoding(GbkCodePage, new EncoderReplacementFallback(""), new DecoderReplacementFallback("\ufffd"))!);

    /// <summary>Tells whether UTF-8 that was read as GBK goes over a place: 锛屾垜 was ，我.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mark">Where what a character of UTF-8 begins with stands.</param>
    public static WrongDecoding? FindUtf8AsGbk(string text, int mark)
    {
        int start = mark;
        // Two characters of UTF-8 are three of GBK: so far back at a time the bytes fall into place again.
        while (start >= GbkStep && mark - start < LongestRun && ReadGbk(text, start - GbkStep, start).Expected.Length == 2) start -= GbkStep;
        (int end, string expected) = ReadGbk(text, start, Math.Min(text.Length, start + LongestRun));
        return expected.Length >= 2 && end > mark ? new WrongDecoding(start, end, "UTF-8 that was read as GBK", expected) : null;
    }

    /// <summary>Tells whether Chinese that was read as a Western encoding begins at a place: ä½ å¥½ or ÄãºÃ was 你好.</summary>
    public static WrongDecoding? FindAsLatin(string text, int start)
    {
        // One character of UTF-8, or the second to fourth byte of two of GBK: names and masks have less (Müller, ××).
        if (!AreBytes(text, start, ShortestChinese)) return null;
        Span<byte> bytes = stackalloc byte[LongestRun];
        int length = ReadBytes(text, start, bytes);
        (int used, string expected) = ReadUtf8(bytes[..length]);
        if (expected.Length > 0) return new WrongDecoding(start, start + used, "UTF-8 that was read as Latin-1", expected);
        if (start > 0 && char.IsAsciiLetter(text[start - 1])) return null;
        return FindGbkAsLatin(text, start > 0 && text[start - 1] is >= FirstLead and < FirstLetter ? start - 1 : start)
            ?? FindGbkAsLatin(text, start);
    }

    private static WrongDecoding? FindGbkAsLatin(string text, int start)
    {
        Span<byte> bytes = stackalloc byte[LongestRun];
        int length = ReadBytes(text, start, bytes);
        ReadOnlySpan<byte> chinese = bytes[..LengthOfGb2312(bytes[..length])];
        if (chinese.IsEmpty || IsMaskOrAlphabet(chinese)) return null;
        return new WrongDecoding(start, start + chinese.Length, "GBK that was read as Latin-1", Gbk.Value.GetString(chinese));
    }

    private static bool AreBytes(string text, int start, int count)
    {
        if (text.Length - start < count) return false;
        foreach (char c in text.AsSpan(start, count)) if (ByteOf(c) is null) return false;
        return true;
    }

    private static int ReadBytes(string text, int start, Span<byte> bytes)
    {
        int length = 0;
        while (length < bytes.Length && start + length < text.Length && ByteOf(text[start + length]) is { } value) bytes[length++] = value;
        return length;
    }

    private static byte? ByteOf(char c)
    {
        if (c is >= '\u00a0' and <= '\u00ff') return (byte)c;
        int place = Windows1252.IndexOf(c, StringComparison.Ordinal);
        return place >= 0 ? (byte)(0x80 + place) : c is >= '\u0080' and < '\u00a0' ? (byte)c : null;
    }

    private static (int End, string Expected) ReadGbk(string text, int start, int limit)
    {
        Span<byte> bytes = stackalloc byte[2 * LongestRun];
        Span<int> ends = stackalloc int[2 * LongestRun];
        int length = 0;
        for (int i = start; i < limit && text[i] > '\u007f'; i++)
        {
            int count = Gbk.Value.GetBytes(text.AsSpan(i, 1), bytes[length..]);
            if (count == 0) break;
            ends.Slice(length, count).Fill(i + 1);
            length += count;
        }
        (int used, string expected) = ReadUtf8(bytes[..length]);
        return (used == 0 ? start : ends[used - 1], expected);
    }

    // Only what Chinese text is made of; any other character that the bytes may spell ends it.
    private static (int Used, string Text) ReadUtf8(ReadOnlySpan<byte> bytes)
    {
        StringBuilder? read = null;
        int used = 0;
        while (Rune.DecodeFromUtf8(bytes[used..], out Rune rune, out int count) == System.Buffers.OperationStatus.Done && IsChinese(rune.Value))
        {
            (read ??= new StringBuilder()).Append(rune.ToString());
            used += count;
        }
        return (used, read?.ToString() ?? "");
    }

    private static bool IsChinese(int c) =>
        c is (>= 0x2010 and <= 0x2026) or (>= 0x3000 and <= 0x301f) or (>= 0x3400 and <= 0x9fff) or (>= 0xff01 and <= 0xff5e) or 0xfffd;

    // The common characters of GB2312 and its punctuation: accented letters of a word stand alone.
    private static int LengthOfGb2312(ReadOnlySpan<byte> bytes)
    {
        int used = 0, han = 0;
        for (; used + 1 < bytes.Length && bytes[used + 1] >= 0xa1; used += 2)
        {
            bool isCommon = bytes[used] is >= 0xb0 and <= 0xd7, isMark = bytes[used] is 0xa1 or 0xa3;
            if (!isCommon && !isMark) break;
            if (isCommon) han++;
        }
        return han >= FewestHan ? used : 0;
    }

    // A row of × stands for what is not said.
    private static bool IsMaskOrAlphabet(ReadOnlySpan<byte> bytes)
    {
        bool ascends = true, isMask = true;
        for (int i = 1; i < bytes.Length; i++)
        {
            ascends &= bytes[i] > bytes[i - 1];
            isMask &= bytes[i] == bytes[0] || bytes[i - 1] == bytes[0];
        }
        return ascends || isMask;
    }
}
