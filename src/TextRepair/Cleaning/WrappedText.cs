using TextRepair.Models;

namespace TextRepair.Cleaning;

/// <summary>A first, cheap look at the lines of a text.</summary>
internal static class WrappedText
{
    private const int FewestOpen = 4;
    private const int ShortestLine = 12, LongestLine = 140;

    /// <summary>Tells whether many lines are of a page's width and end in mid sentence; clean text hardly ever has any.</summary>
    public static bool MayBe(ReadOnlySpan<char> text)
    {
        int lines = 0, open = 0;
        while (text.Length > 0)
        {
            int length = text.IndexOf('\n');
            if (length < 0) break;
            lines++;
            if (length is >= ShortestLine and <= LongestLine && IsOpen(text[..length])) open++;
            text = text[(length + 1)..];
        }
        return open >= FewestOpen && open * 5 >= lines;
    }

    private static bool IsOpen(ReadOnlySpan<char> line)
    {
        // Few lines have blanks at their end.
        if (char.IsWhiteSpace(line[^1])) line = line.TrimEnd();
        return line is [.., var last] && !Characters.EndsSentence(last);
    }
}
