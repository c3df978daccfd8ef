using System.Globalization;

namespace TextRepair.Cli;

/// <summary>Finds which words of clean texts became which in damaged ones.</summary>
/// <remarks>
/// The difference of two texts is one of characters (开展 and 发展 differ in one), so every place is widened to the words of
/// the clean text it touches: a swapper replaces words that are right.
/// </remarks>
internal sealed class PairLearner
{
    private const int LongestWord = 8;
    private const int Context = 6;

    private readonly Dictionary<(string Damaged, string Original), (int Count, string Example)> _seen = [];
    private readonly List<(string Damaged, string Clean)> _texts = [];

    public void Add(string damaged, string clean)
    {
        _texts.Add((damaged, clean));
        var words = new List<Segment>();
        Segmenter.Default.Segment(clean, words);
        EditList edits = EditList.Create(TextDifference.Find(damaged, clean)).Invert();
        // How much longer the damaged text has become before each edit.
        int[] growth = new int[edits.Count + 1];
        for (int i = 0; i < edits.Count; i++) growth[i + 1] = growth[i] + edits[i].Replacement.Length - edits[i].Length;
        for (int i = 0; i < edits.Count; i = AddPlace(damaged, clean, words, edits, growth, i))
        {
        }
    }

    /// <summary>Lists the swaps, the most frequent first.</summary>
    public IEnumerable<ProposedSwap> Propose(int least) =>
        from pair in _seen.OrderBy(pair => pair.Key.Damaged, StringComparer.Ordinal).ThenBy(pair => pair.Key.Original, StringComparer.Ordinal)
        where pair.Value.Count >= least
        orderby pair.Value.Count descending
        let native = _texts.Sum(text => Occurrences(text.Clean, pair.Key.Damaged))
        let alive = _texts.Sum(text => Occurrences(text.Damaged, pair.Key.Original))
        select new ProposedSwap(
            pair.Key.Damaged,
            pair.Key.Original,
            string.Create(CultureInfo.InvariantCulture, $"seen {pair.Value.Count} times; the damaged word stands unswapped {native} times, the original is alive {alive} times; {pair.Value.Example}"));

    // All edits that touch the same words are one place: 推进项目 → 推开工程 differs in two spots.
    private int AddPlace(string damaged, string clean, List<Segment> words, EditList edits, int[] growth, int first)
    {
        (int start, int end) = (edits[first].Start, edits[first].End);
        int next = first;
        do
        {
            (start, end) = Widen(words, Math.Min(start, edits[next].Start), Math.Max(end, edits[next].End));
            next++;
        }
        while (next < edits.Count && edits[next].Start < end);
        Count(damaged[(start + growth[first])..(end + growth[next])], clean[start..end], clean, start, end);
        return next;
    }

    private static (int Start, int End) Widen(List<Segment> words, int start, int end)
    {
        int low = 0, high = words.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (words[middle].End <= start) low = middle + 1;
            else high = middle;
        }
        for (; low < words.Count && words[low].Start < end; low++)
            (start, end) = (Math.Min(start, words[low].Start), Math.Max(end, words[low].End));
        return (start, end);
    }

    private void Count(string damaged, string original, string clean, int start, int end)
    {
        if (damaged.Length is 0 or > LongestWord || original.Length is 0 or > LongestWord) return;
        if (!damaged.Concat(original).All(char.IsLetter)) return;
        string example = $"{clean[Math.Max(0, start - Context)..start]}[{damaged}]{clean[end..Math.Min(clean.Length, end + Context)]}";
        example = string.Concat(example.Select(c => char.IsControl(c) ? ' ' : c));
        _seen[(damaged, original)] = _seen.TryGetValue((damaged, original), out var seen) ? (seen.Count + 1, seen.Example) : (1, example);
    }

    private static int Occurrences(string text, string word)
    {
        int count = 0;
        for (int at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.Ordinal)) count++;
        return count;
    }
}
