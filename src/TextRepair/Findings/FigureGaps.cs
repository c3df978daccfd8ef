using System.Numerics;
using TextRepair.Models;

namespace TextRepair.Findings;

/// <summary>Finds units that have no figure before them.</summary>
internal static class FigureGaps
{
    private const int MostBlanks = 4;

    /// <summary>Finds the units of a text that no figure stands before.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Each unit, and where what stands before it ends; <see langword="null"/> where there is none.</returns>
    public static List<FigureGap>? Find(ReadOnlySpan<char> text)
    {
        List<FigureGap>? gaps = null;
        // Nothing stands before the first character.
        int start = 1;
        for (; UnitFilter.IsSupported && start + UnitFilter.Block <= text.Length; start += UnitFilter.Block)
            for (ulong ends = UnitFilter.Scan(text, start); ends != 0; ends &= ends - 1) Look(text, start + BitOperations.TrailingZeroCount(ends), ref gaps);
        for (int i = start; i < text.Length && (i = Unit.NextEnd(text, i)) < text.Length; i++) Look(text, i, ref gaps);
        return gaps;
    }

    private static void Look(ReadOnlySpan<char> text, int end, ref List<FigureGap>? gaps)
    {
        if (!MayBeGap(text[end - 1], text[end]) || Unit.At(text, end) is not { } unit) return;
        int left = SkipBlanks(text, unit.Start);
        if (left > 0 && !IsFigure(text[left - 1])) (gaps ??= []).Add(new FigureGap(left, unit));
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
