using System.Runtime.InteropServices;

namespace TextRepair.Matching;

/// <summary>Names and terms in which nothing is replaced.</summary>
/// <remarks>Immutable.</remarks>
internal sealed class ProtectedWords
{
    private readonly Automaton? _automaton;

    /// <summary>Initialises the set.</summary>
    /// <param name="words">The words; may be none.</param>
    public ProtectedWords(IEnumerable<string> words)
    {
        string[] distinct = [.. words.Where(word => word.Length > 0).Distinct().Order(StringComparer.Ordinal)];
        if (distinct.Length > 0) _automaton = Automaton.Build(distinct);
    }

    /// <summary>Marks the matches of suspects that touch a protected word.</summary>
    public void Protect(string text, List<Match> matches, SwapTable table)
    {
        if (_automaton is null) return;
        var words = new List<Match>();
        _automaton.FindAll(text, words);
        if (words.Count == 0) return;
        List<(int Start, int End)> places = Joined(words);
        foreach (ref Match match in CollectionsMarshal.AsSpan(matches))
            if (table.SuspectOf[match.Word] >= 0 && Touches(places, match.Start, match.Start + table.Words[match.Word].Length)) match = match.Protect();
    }

    // Words that overlap become one stretch, so that stretches are in order of their ends too.
    private List<(int Start, int End)> Joined(List<Match> words)
    {
        var places = new List<(int Start, int End)>();
        foreach (Match word in words)
        {
            int end = word.Start + _automaton!.LengthOf(word.Pattern);
            if (places.Count > 0 && word.Start <= places[^1].End) places[^1] = (places[^1].Start, Math.Max(end, places[^1].End));
            else places.Add((word.Start, end));
        }
        return places;
    }

    private static bool Touches(List<(int Start, int End)> places, int start, int end)
    {
        int low = 0, high = places.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (places[middle].End <= start) low = middle + 1;
            else high = middle;
        }
        return low < places.Count && places[low].Start < end;
    }
}
