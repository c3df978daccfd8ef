using System.Runtime.InteropServices;

namespace TextRepair.Matching;

/// <summary>How often the damaged word and the original of each swap occur in a text. Used again and again; not thread-safe.</summary>
internal sealed class WordCounts(SwapTable table)
{
    private readonly int[] _patterns = new int[table.Words.Length];
    private readonly int[] _damaged = new int[table.Swaps.Length];
    private readonly int[] _alive = new int[table.Swaps.Length];
    private readonly List<int> _found = [];
    private readonly List<int> _present = [];

    /// <summary>Gets the swaps of which a word occurs, in no order.</summary>
    public ReadOnlySpan<int> Present => CollectionsMarshal.AsSpan(_present);

    /// <summary>Gets how often the damaged word of a swap occurs.</summary>
    public int DamagedOf(int swap) => _damaged[swap];

    /// <summary>Gets how often the original of a swap occurs, if it is no damaged word of another swap.</summary>
    /// <remarks>Words that may be damaged may also be protected, and are then no living originals: so they are not counted here.</remarks>
    public int AliveOf(int swap) => _alive[swap];

    /// <summary>Counts the words of a text, in place of those counted before.</summary>
    /// <returns>Whether a damaged word is among them.</returns>
    public bool Count(ReadOnlySpan<Match> matches)
    {
        Clear();
        foreach (Match match in matches)
            if (_patterns[match.Pattern]++ == 0) _found.Add(match.Pattern);
        bool suspicious = false;
        foreach (int pattern in _found) suspicious |= Add(pattern);
        return suspicious;
    }

    // Each word of the text once, with all its swaps.
    private bool Add(int pattern)
    {
        int count = _patterns[pattern];
        _patterns[pattern] = 0;
        int suspect = table.SuspectOf[pattern];
        if (suspect < 0)
        {
            foreach (int swap in table.OriginalOf[pattern]) Add(_alive, swap, count);
            return false;
        }
        foreach (Swap swap in table.Suspects[suspect].Swaps) Add(_damaged, swap.Index, count);
        return true;
    }

    private void Add(int[] counts, int swap, int count)
    {
        if (_damaged[swap] + _alive[swap] == 0) _present.Add(swap);
        counts[swap] += count;
    }

    private void Clear()
    {
        foreach (int swap in _present) _damaged[swap] = _alive[swap] = 0;
        _present.Clear();
        _found.Clear();
    }
}
