using TextRepair.Models;

namespace TextRepair.Findings;

/// <summary>Finds units that have no figure before them.</summary>
internal static class FigureGaps
{
    private const int MostBlanks = 4;

    /// <summary>Visits the units of a text that no figure stands before.</summary>
    /// <param name="text">The text.</param>
    /// <param name="gaps">Receives each unit, and where what stands before it ends.</param>
    public static void Find(ReadOnlySpan<char> text, List<FigureGap> gaps)
    {
        for (int i = text.IndexOfAny(Unit.Anchors); i >= 0;)
        {
            if (Unit.At(text, i) is { } unit)
            {
                int left = SkipBlanks(text, unit.Start);
                if (left > 0 && !IsFigure(text[left - 1])) gaps.Add(new FigureGap(left, unit));
            }
            int next = text[(i + 1)..].IndexOfAny(Unit.Anchors);
            i = next < 0 ? -1 : i + 1 + next;
        }
    }

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
