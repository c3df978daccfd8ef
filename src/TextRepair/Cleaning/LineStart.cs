namespace TextRepair.Cleaning;

/// <summary>What the start of a line tells.</summary>
internal static class LineStart
{
    private const string Forbidden = "，。、；：？！”’）》】」』,;:?!)";

    /// <summary>Tells whether no line may begin so.</summary>
    public static bool IsForbidden(char c) => Forbidden.Contains(c, StringComparison.Ordinal);

    /// <summary>Tells whether a line begins an item, a heading, a row or the like.</summary>
    public static bool IsMarked(ReadOnlySpan<char> text, TextLine line)
    {
        ReadOnlySpan<char> rest = text[line.Start..line.End];
        char first = rest[0];
        if (first is '-' or '*' or '•' or '·' or '#' or '>' or '|' or '●' or '■' or '◆' or '○' or '★' or '※' or '=' or '+' or '`' or '<' or '{' or '}') return true;
        if (first is >= '①' and <= '⑳' or >= '⑴' and <= '⒇') return true;
        return first switch
        {
            '第' => IsCountedHeading(rest),
            '（' or '(' or '〔' or '【' => Closes(rest),
            _ => IsNumbered(rest),
        };
    }

    // 第三条, 第 4 章
    private static bool IsCountedHeading(ReadOnlySpan<char> rest)
    {
        int i = 1;
        while (i < rest.Length && i < 10 && (Models.Characters.IsHanNumeral(rest[i]) || char.IsAsciiDigit(rest[i]) || rest[i] == ' ')) i++;
        return i > 1 && i < rest.Length && rest[i] is '条' or '章' or '节' or '编' or '部' or '款' or '篇' or '课' or '讲' or '页';
    }

    // (一), （3）, 【说明】
    private static bool Closes(ReadOnlySpan<char> rest)
    {
        int close = rest[..Math.Min(rest.Length, 12)].IndexOfAny("）)】〕");
        if (close < 0) return false;
        if (rest[0] == '【') return true;
        ReadOnlySpan<char> inside = rest[1..close];
        foreach (char c in inside) if (!char.IsAsciiLetterOrDigit(c) && !Models.Characters.IsHanNumeral(c) && !char.IsWhiteSpace(c)) return false;
        return inside.Length is > 0 and < 6;
    }

    // 1. 1、 1.2 A. 一、
    private static bool IsNumbered(ReadOnlySpan<char> rest)
    {
        int i = 0;
        while (i < rest.Length && i < 8 && (char.IsAsciiDigit(rest[i]) || rest[i] == '.')) i++;
        if (i == 0 && rest.Length > 1 && rest[0] is >= 'A' and <= 'H' && rest[1] is '.' or '、' or '．') return true;
        while (i < rest.Length && i < 8 && Models.Characters.IsHanNumeral(rest[i])) i++;
        if (i == 0 || i >= rest.Length) return false;
        return rest[i] is '、' or '．' or ')' or '）' || (rest[i - 1] == '.' && (rest[i] == ' ' || Models.Characters.IsHan(rest[i])));
    }
}
