using TextRepair.Models;

namespace TextRepair.Cleaning;

/// <summary>Reads what stands between two pages.</summary>
internal sealed class TitleBlocks(ContinuityModel continuity)
{
    private const string Opening = "（(《〈「『【〔[“‘", Closing = "）)》〉」』】〕]”’";

    // A line is looked at as far as this.
    private const int LongestLine = 64;

    // Lines of verse and cells of a table have no more than this on both sides.
    private const int ShortestSides = 30;

    /// <summary>Finds the maximal runs of titles and page numbers in which a title stands.</summary>
    /// <param name="text">The text.</param>
    /// <param name="titles">What may be titles, sorted.</param>
    /// <param name="blockOf">Receives for each of these the number of its block.</param>
    public List<TitleBlock> Find(string text, List<RepeatedLine> titles, int[] blockOf)
    {
        var blocks = new List<TitleBlock>();
        for (int i = 0; i < titles.Count; i++)
        {
            (int start, int end) = (titles[i].Start, titles[i].End);
            while (LineBefore(text, start) is var (s, e) && IsPageNumber(text, s, e)) start = s;
            blockOf[i] = blocks.Count;
            while (LineAfter(text, end) is var (s, e))
            {
                bool isTitle = i + 1 < titles.Count && titles[i + 1].Start == s;
                if (!isTitle && !IsPageNumber(text, s, e)) break;
                if (isTitle) blockOf[++i] = blocks.Count;
                end = e;
            }
            blocks.Add(Read(text, start, end));
        }
        return blocks;
    }

    // The line before a place; one that is longer than any page number from somewhere within it.
    private static (int Start, int End)? LineBefore(string text, int place)
    {
        while (place > 0 && Characters.IsBlank(text[place - 1])) place--;
        if (place == 0) return null;
        int from = Math.Max(0, place - LongestLine), start = from + text.AsSpan(from, place - from).LastIndexOf('\n') + 1;
        while (Characters.IsBlank(text[start])) start++;
        return (start, place);
    }

    private static (int Start, int End)? LineAfter(string text, int place)
    {
        while (place < text.Length && Characters.IsBlank(text[place])) place++;
        if (place == text.Length) return null;
        int length = text.AsSpan(place, Math.Min(LongestLine, text.Length - place)).IndexOf('\n'), end = place + (length < 0 ? Math.Min(LongestLine, text.Length - place) : length);
        while (end > place && Characters.IsBlank(text[end - 1])) end--;
        return (place, end);
    }

    // On a line of its own: blanks may lead from a number to a text that is further than a line is looked at.
    private static bool IsPageNumber(string text, int start, int end)
    {
        if (PageLine.Parse(text.AsSpan(start, end - start)) is null) return false;
        while (start > 0 && text[start - 1] != '\n' && Characters.IsBlank(text[start - 1])) start--;
        while (end < text.Length && text[end] != '\n' && Characters.IsBlank(text[end])) end++;
        return (start == 0 || text[start - 1] == '\n') && (end == text.Length || text[end] == '\n');
    }

    private TitleBlock Read(string text, int first, int last)
    {
        var before = LineBefore(text, first);
        var after = LineAfter(text, last);
        int start = before?.End ?? 0, end = after?.Start ?? text.Length;
        ReadOnlySpan<char> lines = text.AsSpan(first, last - first);
        double evidence = 0;
        bool isHeld = false;
        if (before is var (left, _) && after is var (_, right))
        {
            // The model of continuity knows Chinese and no other text.
            evidence = Joint.HasHanBeside(text, start, end) ? continuity.Score(text, start, end) : TitleEvidence.Unknown;
            if (start - left + right - end < ShortestSides) evidence = Math.Min(evidence, TitleEvidence.Unknown);
            int kind = Opening.IndexOf(text[start - 1], StringComparison.Ordinal);
            isHeld = kind >= 0 && text[end] == Closing[kind];
        }
        int sides = (start > 0 ? 1 : 0) + (end < text.Length ? 1 : 0);
        return new TitleBlock(start, end, evidence, isHeld, PageNumbers.Of(lines), text.AsSpan(start, end - start).Count('\n') - CountLines(lines) + 1 - sides);
    }

    private static int CountLines(ReadOnlySpan<char> lines)
    {
        int count = 0;
        foreach (ReadOnlySpan<char> line in lines.EnumerateLines()) if (!line.IsWhiteSpace()) count++;
        return count;
    }
}
