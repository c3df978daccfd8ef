using System.Globalization;
using System.Runtime.CompilerServices;

namespace TextRepair.Models;

/// <summary>What the cleaning rules and their models ask about single characters.</summary>
internal static class Characters
{
    /// <summary>Tells whether a character is a Han character of the basic plane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsHan(char c) => c is (>= '\u4e00' and <= '\u9fff') or (>= '\u3400' and <= '\u4dbf') or '\u3007';

    /// <summary>Tells whether a text has a Han character.</summary>
    public static bool HasHan(ReadOnlySpan<char> text)
    {
        foreach (char c in text) if (IsHan(c)) return true;
        return false;
    }

    /// <summary>Tells whether a character ends a sentence.</summary>
    public static bool EndsSentence(char c) => c is '。' or '！' or '？' or '!' or '?' or '…' or '；' or ';';

    /// <summary>Tells whether a character separates parts of a sentence and cannot begin a line.</summary>
    public static bool IsComma(char c) => c is '，' or ',' or '、';

    /// <summary>Tells whether a character is a space or breaks a line.</summary>
    public static bool IsBlank(char c) => c is ' ' or '\n' or '\r' or '\t' or '\u3000' or '\u00a0' or '\f';

    /// <summary>Tells whether a character is one of the numerals used in running text.</summary>
    public static bool IsHanNumeral(char c) => c is '〇' or '零' or '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十'
        or '百' or '千' or '万' or '亿' or '两' or '半' or '几' or '数' or '多' or '余';

    /// <summary>Tells whether a character belongs to the one before it; nothing may be put or cut between the two.</summary>
    public static bool IsCombining(char c) =>
        c >= '\u0300' && CharUnicodeInfo.GetUnicodeCategory(c) is (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark);

    /// <summary>Maps a character to its class for the models: full-width forms become half-width, digits 0, Latin letters a, blanks a space.</summary>
    public static char Fold(char c)
    {
        if (IsHan(c)) return c;
        if (c is >= '\uff01' and <= '\uff5e') c = (char)(c - 0xfee0);
        if (c is >= '0' and <= '9') return '0';
        if (c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z')) return 'a';
        return IsBlank(c) ? ' ' : c;
    }
}
