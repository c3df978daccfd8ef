using TextRepair.Models;

namespace TextRepair.Cleaning;

/// <summary>What tells that a text was read by a machine from a page.</summary>
internal static class ScanSigns
{
    /// <summary>Tells whether punctuation is set as recognisers set it: half-width with a space, beside Han characters.</summary>
    public static bool IsScan(ReadOnlySpan<char> text)
    {
        const int Needed = 2, PerCharacters = 1500;
        int signs = 0, latin = 0;
        for (int i = 1; i + 1 < text.Length; i++)
        {
            char c = text[i];
            if (char.IsAsciiLetter(c)) latin++;
            if (c == '\f') signs++;
            else if (c is '(' && text[i - 1] == ' ' && i > 1 && Characters.IsHan(text[i - 2])) signs++;
            else if (c is ':' or ';' or '!' or '?' && text[i + 1] == ' ' && Characters.IsHan(text[i - 1])) signs++;
            else if (c is '。' or '，' or '、' && text[i + 1] == ' ' && i + 2 < text.Length && Characters.IsHan(text[i + 2])) signs++;
        }
        return signs >= Needed && signs * PerCharacters >= text.Length && latin * 6 < text.Length;
    }

    /// <summary>Tells whether the lines are source code, markup or a table rather than prose.</summary>
    public static bool LooksLikeCode(ReadOnlySpan<char> text, List<TextLine> lines)
    {
        int odd = 0;
        foreach (TextLine line in lines)
        {
            ReadOnlySpan<char> content = text[line.Start..line.End];
            if (!HasHan(content) || content.IndexOfAny("\t|{}") >= 0 || content.IndexOf("  ") >= 0) odd++;
        }
        return odd * 5 > lines.Count;
    }

    private static bool HasHan(ReadOnlySpan<char> line)
    {
        foreach (char c in line) if (Characters.IsHan(c)) return true;
        return false;
    }
}
