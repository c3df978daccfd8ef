using System.Numerics;
using TextRepair.Anchoring;
using TextRepair.Models;

namespace TextRepair.Cleaning;

/// <summary>Finds short lines that come again at distances like those of pages; kept from text to text, so that no memory is allocated.</summary>
/// <remarks>
/// Every line that may be a title is hashed once, its numbers left out, and looked up in a table that grows with the lines of
/// the text. Most lines end as no title does, and are not read.
/// </remarks>
internal sealed class RepeatedLines
{
    private const int Shortest = 3, Longest = 40, Blanks = 8;

    // A page has more characters than this; headings of forms and tables come at shorter distances.
    private const int ShortestPage = 200;

    // One huge text must not hold its memory for ever.
    private const int MostKept = 1 << 12;

    private const string OpenEnds = "。，、；：？！”…．,;:?!\"（(《“「『[〔【的和与及或是在了为对";

    // A line, and the one before it that says the same; −1 where there is none.
    private readonly List<(int Start, int End, ulong Key, int Before)> _lines = [];
    private readonly List<int> _chain = [];
    private int[] _table = [];

    /// <summary>Gets the lines that stand in the text again, sorted by place.</summary>
    public List<RepeatedLine> Found { get; } = [];

    /// <summary>Gets a value indicating whether it is small enough to be kept.</summary>
    public bool IsSmall => _table.Length <= MostKept;

    /// <summary>Reads a text.</summary>
    /// <returns>How many groups of lines say the same.</returns>
    public int Find(ReadOnlySpan<char> text, TextAnchors anchors)
    {
        _lines.Clear();
        Found.Clear();
        if (text.Length < 2 * ShortestPage || anchors.LineEndCount < 2) return 0;
        int slots = Math.Max(16, (int)BitOperations.RoundUpToPowerOf2((uint)(2 * anchors.LineEndCount)));
        if (_table.Length < slots) _table = new int[slots];
        Span<int> table = _table.AsSpan(0, slots);
        table.Clear();
        int start = 0;
        bool comeAgain = false;
        foreach (int end in anchors.LineEnds)
        {
            comeAgain |= Take(text, start, end, table);
            start = end + 1;
        }
        comeAgain |= Take(text, start, text.Length, table);
        return comeAgain ? Group() : 0;
    }

    // Tells whether the line comes again after a page.
    private bool Take(ReadOnlySpan<char> text, int start, int end, Span<int> table)
    {
        if (end - start is < Shortest or > Longest + Blanks) return false;
        while (end > start && Characters.IsBlank(text[end - 1])) end--;
        if (start == end || EndsOpen(text[start..end])) return false;
        while (Characters.IsBlank(text[start])) start++;
        if (end - start < Shortest || IsItem(text[start..end])) return false;
        if (KeyOf(text[start..end]) is not (var key and not 0)) return false;
        int slot = (int)(key >> 32) & (table.Length - 1);
        // The table holds numbers of lines, from 1.
        while (table[slot] > 0 && _lines[table[slot] - 1].Key != key) slot = (slot + 1) & (table.Length - 1);
        int before = table[slot] - 1;
        _lines.Add((start, end, key, before));
        table[slot] = _lines.Count;
        return before >= 0 && start - _lines[before].Start >= ShortestPage;
    }

    private int Group()
    {
        int groups = 0;
        for (int i = _lines.Count - 1; i >= 0; i--)
        {
            if (_lines[i].Before < 0) continue;
            _chain.Clear();
            for (int k = i; k >= 0;)
            {
                _chain.Add(k);
                (int start, int end, ulong key, int before) = _lines[k];
                // Whoever is in a chain begins none.
                _lines[k] = (start, end, key, -1);
                k = before;
            }
            if (!HasPages()) continue;
            foreach (int k in _chain) Found.Add(new RepeatedLine(_lines[k].Start, _lines[k].End, groups));
            groups++;
        }
        Found.Sort((a, b) => a.Start.CompareTo(b.Start));
        return groups;
    }

    // One pair may stand close together: the title of the document and the first running one.
    private bool HasPages()
    {
        int close = 0;
        for (int i = 1; i < _chain.Count; i++) if (_lines[_chain[i - 1]].Start - _lines[_chain[i]].Start < ShortestPage) close++;
        return _chain.Count - close >= 2 && close <= Math.Max(1, _chain.Count / 5);
    }

    private static bool EndsOpen(ReadOnlySpan<char> line) =>
        OpenEnds.Contains(line[^1], StringComparison.Ordinal) || (line is [.., var before, '.'] && !char.IsAsciiLetter(before));

    // • 工程概况, A: 合同纠纷, （有删改）, ）的规定
    private static bool IsItem(ReadOnlySpan<char> line) => line[0] switch
    {
        '·' or '•' or '●' or '■' or '◆' or '○' or '★' or '※' or (>= '①' and <= '⑳') => true,
        '（' or '(' => line[^1] is '）' or ')',
        ']' => true,
        >= 'A' and <= 'H' => line[1] is ':' or '：' or '.' or '．' or '、',
        var first => LineStart.IsForbidden(first),
    };

    // Numbers and blanks are no part of what is compared: the title stands with the number of its page. Years are: joined reports
    // of other years are other documents. Zero is no title.
    private static ulong KeyOf(ReadOnlySpan<char> line)
    {
        const ulong Offset = 14695981039346656037, Prime = 1099511628211;
        ulong key = Offset;
        int letters = 0, blanks = 0, length = 0;
        char before = '\0';
        uint number = 0;
        foreach (char c in line)
        {
            if (c is ' ' or '\u3000' or '\f' or '\u00a0')
            {
                if (before != ' ' && !char.IsAsciiDigit(before)) blanks++;
                before = ' ';
                continue;
            }
            // 第 3 页
            if (before == ' ' && char.IsAsciiDigit(c)) blanks--;
            (before, length) = (c, length + 1);
            if (char.IsAsciiDigit(c))
            {
                number = (number * 10) + c - '0';
                continue;
            }
            if (c == '年' && number is > 999 and < 10_000) key = (key ^ number) * Prime;
            number = 0;
            if (c is '；' or ';' or '。' or '\t' or '|' or '{' or '}' or '=' or '<' or '>' or '\\' or '#' or '*' or '_' or '$' or '@' or '`') return 0;
            letters += Characters.IsHan(c) ? 2 : char.IsAsciiLetter(c) ? 1 : 0;
            key = (key ^ c) * Prime;
        }
        return length is >= Shortest and <= Longest && letters >= 6 && blanks <= 4 && PageLine.Parse(line) is null ? key | 1 : 0;
    }
}
