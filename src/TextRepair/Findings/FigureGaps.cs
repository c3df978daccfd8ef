using TextRepair.Anchoring;
using TextRepair.Models;

namespace TextRepair.Findings;

/// <summary>Finds units that have no figure before them.</summary>
internal static class FigureGaps
{
    private const int MostBlanks = 4;

    /// <summary>Finds the units of a text that no figure stands before.</summary>
    /// <param name="text">The text.</param>
    /// <param name="places">Where units may end, at least.</param>
    /// <returns>Each unit, and where what stands before it ends.</returns>
    public static List<FigureGap> Find(ReadOnlySpan<char> text, PlaceMask places)
    {
        var gaps = new List<FigureGap>();
        foreach (int end in places) if (At(text, end) is { } gap) gaps.Add(gap);
        return gaps;
    }

    /// <summary>Finds the unit that ends with a character, if no figure stands before it.</summary>
    public static FigureGap? At(ReadOnlySpan<char> text, int end)
    {
        // Nothing stands before the first character.
        if (end == 0 || !MayBeGap(text[end - 1], text[end]) || Unit.At(text, end) is not { } unit) return null;
        int left = SkipBlanks(text, unit.Start);
        return left > 0 && !IsFigure(text[left - 1]) ? new FigureGap(left, unit) : null;
    }

    // Most units have their figure, and most 点 and 里 are no units: one look at the character before.
    private static bool MayBeGap(char before, char end) => !char.IsAsciiDigit(before) && end switch
    {
        '点' => before == '分',
        '里' or '顷' or '斤' => before == '公',
        _ => Unit.IsEnd(end),
    };

    /// <summary>Tells whether a character may end a figure, or stand for one.</summary>
    public static bool IsFigure(char c) =>
        char.IsAsciiLetterOrDigit(c) || Characters.IsHanNumeral(c) || c is (>= '０' and <= '９') or '.' or '×' or '*' or '＊' or '_' or '○' or '□' or '{' or '}' or '$' or '\\';

    private static int SkipBlanks(ReadOnlySpan<char> text, int end)
    {
        int limit = Math.Max(0, end - MostBlanks);
        while (end > limit && text[end - 1] is ' ' or '\u3000') end--;
        return end;
    }
}
