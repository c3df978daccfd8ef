using TextRepair.Anchoring;
using TextRepair.Models;

namespace TextRepair.Cleaning;

/// <summary>A first, cheap look at the lines of a text.</summary>
internal static class WrappedText
{
    private const int FewestOpen = 4;
    private const int ShortestLine = 12, LongestLine = 140;

    /// <summary>Tells whether many lines are of a page's width and end in mid sentence; clean text hardly ever has any.</summary>
    public static bool MayBe(ReadOnlySpan<char> text, TextAnchors anchors)
    {
        // Some of these are headings, and some have blanks before their end.
        if (!AreMany(anchors.OpenLineEndCount, anchors.LineEndCount)) return false;
        int open = 0, start = 0;
        foreach (int end in anchors.LineEnds)
        {
            if (end - start is >= ShortestLine and <= LongestLine && IsOpen(text[start..end])) open++;
            start = end + 1;
        }
        return AreMany(open, anchors.LineEndCount);
    }

    private static bool AreMany(int open, int lines) => open >= FewestOpen && open * 5 >= lines;

    private static bool IsOpen(ReadOnlySpan<char> line)
    {
        // Few lines have blanks at their end.
        if (char.IsWhiteSpace(line[^1])) line = line.TrimEnd();
        return line is [.., var last] && !Characters.EndsSentence(last);
    }
}
