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
        for (int i = text.IndexOfAny(Unit.Anchors); i >= 0;)
        {
            if (MayBeGap(text, i) && Unit.At(text, i) is { } unit)
            {
                int left = SkipBlanks(text, unit.Start);
                if (left > 0 && !IsFigure(text[left - 1])) (gaps ??= []).Add(new FigureGap(left, unit));
            }
            int next = text[(i + 1)..].IndexOfAny(Unit.Anchors);
            i = next < 0 ? -1 : i + 1 + next;
        }
        return gaps;
    }

    // Most units have their figure, and most 点 and 里 are no units: one look at the character before.
    private static bool MayBeGap(ReadOnlySpan<char> text, int anchor) =>
        anchor > 0 && !char.IsAsciiDigit(text[anchor - 1]) && text[anchor] switch
        {
            '点' => text[anchor - 1] == '分',
            '里' or '顷' or '斤' => text[anchor - 1] == '公',
            _ => true,
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
