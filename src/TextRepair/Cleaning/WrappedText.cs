using TextRepair.Anchoring;
using TextRepair.Models;

namespace TextRepair.Cleaning;

/// <summary>A first, cheap look at the lines of a text.</summary>
internal static class WrappedText
{
    private const int FewestOpen = 4;
    private const int ShortestLine = 12, LongestLine = 140;

    // A text that may be a single page may be one of short lines: a list.
    private const int LongestPage = 4096, ShortestItem = 4;

    /// <summary>Tells whether many lines are of a page's width and end in mid sentence; clean text hardly ever has any.</summary>
    public static bool MayBe(ReadOnlySpan<char> text, TextAnchors anchors)
    {
        bool isPage = text.Length <= LongestPage;
        int share = isPage ? 7 : 5, shortest = isPage ? ShortestItem : ShortestLine;
        // Some of these are headings, and some have blanks before their end.
        if (!AreMany(anchors.OpenLineEndCount, anchors.LineEndCount, share)) return false;
        int open = 0, start = 0;
        foreach (int end in anchors.LineEnds)
        {
            if (end - start is var length && length >= shortest && length <= LongestLine && IsOpen(text[start..end])) open++;
            start = end + 1;
        }
        return AreMany(open, anchors.LineEndCount, share);
    }

    private static bool AreMany(int open, int lines, int share) => open >= FewestOpen && open * share >= lines;

    private static bool IsOpen(ReadOnlySpan<char> line)
    {
        // Few lines have blanks at their end.
        if (char.IsWhiteSpace(line[^1])) line = line.TrimEnd();
        return line is [.., var last] && !Characters.EndsSentence(last);
    }
}
