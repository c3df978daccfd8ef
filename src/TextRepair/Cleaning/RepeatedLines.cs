using TextRepair.Anchoring;
using TextRepair.Models;

namespace TextRepair.Cleaning;

/// <summary>Finds short lines that come again and again at distances like those of pages.</summary>
internal static class RepeatedLines
{
    /// <summary>How often a running title has to stand.</summary>
    public const int Fewest = 3;

    private const int Shortest = 3, Longest = 40, Blanks = 8, LongestLabel = 6;

    // A page has more characters than this; headings of forms and tables come at shorter distances.
    private const int ShortestPage = 200;
    private const int Slots = 2048;
    private const string OpenEnds = "。，、；：？！…”,;:?!\"的和与及或是在了为对";

    /// <summary>Tells whether a text may have such lines; of clean texts few do.</summary>
    /// <remarks>A table of counts over hashes: two lines may share a slot, so this says yes too often and never no wrongly.</remarks>
    public static bool MayBeIn(ReadOnlySpan<char> text, TextAnchors anchors)
    {
        if (text.Length < Fewest * ShortestPage || anchors.LineEndCount < Fewest) return false;
        Span<int> last = stackalloc int[Slots];
        Span<byte> counts = stackalloc byte[Slots];
        last.Clear();
        counts.Clear();
        int start = 0;
        foreach (int end in anchors.LineEnds)
        {
            if (Count(text, start, end, last, counts)) return true;
            start = end + 1;
        }
        return Count(text, start, text.Length, last, counts);
    }

    private static bool Count(ReadOnlySpan<char> text, int start, int end, Span<int> last, Span<byte> counts)
    {
        if (end - start is < Shortest or > Longest + Blanks || KeyOf(text[start..end]) is not (var key and not 0)) return false;
        int slot = (int)(key % Slots);
        if (counts[slot] > 0 && start - last[slot] < ShortestPage) return false;
        last[slot] = start;
        return ++counts[slot] >= Fewest;
    }

    /// <summary>Groups the lines of a text that say the same, their numbers apart.</summary>
    /// <returns>For each line the number of its group, −1 for lines that are no titles; how many groups there are is not bounded.</returns>
    public static int[] Group(ReadOnlySpan<char> text, List<TextLine> lines, out List<List<int>> groups)
    {
        var known = new Dictionary<ulong, int>();
        int[] groupOf = new int[lines.Count];
        groups = [];
        for (int i = 0; i < lines.Count; i++)
        {
            groupOf[i] = -1;
            ulong key = KeyOf(text[lines[i].Start..lines[i].End]);
            if (key == 0 || PageLine.Parse(text[lines[i].Start..lines[i].End]) is not null) continue;
            if (!known.TryGetValue(key, out int group))
            {
                known.Add(key, group = groups.Count);
                groups.Add([]);
            }
            groups[group].Add(i);
            groupOf[i] = group;
        }
        foreach (List<int> group in groups) if (!HasPages(lines, group)) foreach (int line in group) groupOf[line] = -1;
        return groupOf;
    }

    // One pair may stand close together: the title of the document and the first running one.
    private static bool HasPages(List<TextLine> lines, List<int> group)
    {
        int close = 0;
        for (int i = 1; i < group.Count; i++) if (lines[group[i]].Start - lines[group[i - 1]].Start < ShortestPage) close++;
        return group.Count - close >= Fewest && close <= Math.Max(1, group.Count / 5);
    }

    // Numbers and blanks are no part of what is compared: the title stands with the number of its page. Zero is no title.
    private static ulong KeyOf(ReadOnlySpan<char> line)
    {
        const ulong Offset = 14695981039346656037, Prime = 1099511628211;
        ulong key = Offset;
        int letters = 0, blanks = 0, length = 0;
        char before = ' ';
        foreach (char c in line)
        {
            if (c is '\t' or '|') return 0;
            if (c is ' ' or '\u3000' or '\r' or '\f' or '\u00a0')
            {
                if (before != ' ' && c != '\r') blanks++;
                before = ' ';
                continue;
            }
            (before, length) = (c, length + 1);
            if (char.IsAsciiDigit(c)) continue;
            // 来源：人民日报 is said of each article of a collection.
            if (c is '：' or ':' && length <= LongestLabel) return 0;
            if (c is '{' or '}' or '=' or '<' or '>' or '\\' or '#' or '*' or '_' or '$' or '@' or '`') return 0;
            letters += Characters.IsHan(c) ? 2 : char.IsAsciiLetter(c) ? 1 : 0;
            key = (key ^ c) * Prime;
        }
        bool isTitle = length is >= Shortest and <= Longest && letters >= 6 && blanks <= 4 && !OpenEnds.Contains(before == ' ' ? line.TrimEnd()[^1] : before, StringComparison.Ordinal);
        return isTitle ? key | 1 : 0;
    }
}
