using System.Globalization;

namespace TextRepair.Report;

/// <summary>Writes text so that it stays text.</summary>
internal static class Html
{
    /// <summary>Writes text for a reader: markup is escaped, and characters that cannot be seen or would turn the page round are named.</summary>
    public static void WriteText(TextWriter writer, ReadOnlySpan<char> text)
    {
        int done = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (!IsSpecial(text[i])) continue;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
                continue;
            }
            writer.Write(text[done..i]);
            done = i + 1;
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n') continue;
            WriteSpecial(writer, text[i]);
        }
        writer.Write(text[done..]);
    }

    /// <summary>Writes text as the value of an attribute in double quotes.</summary>
    public static void WriteAttribute(TextWriter writer, ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) writer.Write(text[i..(++i + 1)]);
            else if (Escape(c) is { } escaped) writer.Write(escaped);
            else if (c == '\n') writer.Write('⏎');
            else if (IsSpecial(c)) writer.Write(Name(c));
            else writer.Write(c);
        }
    }

    /// <summary>Spells a probability: 97.3 %, and never 100 % for what is not quite sure.</summary>
    public static string Percent(double probability)
    {
        double percent = Math.Floor(probability * 1000) / 10;
        return percent.ToString("0.#", CultureInfo.InvariantCulture) + " %";
    }

    /// <summary>Spells a number with thousands divided.</summary>
    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Spells a count with its noun: 1 edit, 2 edits.</summary>
    public static string Count(int count, string noun) => $"{Number(count)} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>Gets whether a character is one that text views must not write as it is.</summary>
    /// <remarks>Joiners (U+200C, U+200D) are left: emoji and some scripts need them.</remarks>
    private static bool IsSpecial(char c) => c switch
    {
        '<' or '>' or '&' or '"' or '\'' => true,
        '\n' or '\t' => false,
        < ' ' or (>= '\u007f' and <= '\u009f') => true,
        '\u00ad' or '\u061c' or '\u180e' or '\u200b' or '\u200e' or '\u200f' => true,
        (>= '\u2028' and <= '\u202e') or (>= '\u2060' and <= '\u206f') or '\ufeff' => true,
        >= '\ufff0' and <= '\ufffb' => true,
        '\ufffe' or '\uffff' => true,
        _ => char.IsSurrogate(c),
    };

    private static void WriteSpecial(TextWriter writer, char c)
    {
        if (Escape(c) is { } escaped) writer.Write(escaped);
        else writer.Write($"<span class=\"x\" data-x=\"{Name(c)}\"></span>");
    }

    private static string? Escape(char c) => c switch
    {
        '<' => "&lt;",
        '>' => "&gt;",
        '&' => "&amp;",
        '"' => "&quot;",
        '\'' => "&#39;",
        _ => null,
    };

    private static string Name(char c) => string.Create(CultureInfo.InvariantCulture, $"U+{(int)c:X4}");
}
