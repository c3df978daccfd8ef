namespace TextRepair.Matching;

/// <summary>How often the damaged word and the original of each swap occur in a text. Used again and again; not thread-safe.</summary>
internal sealed class WordCounts
{
    private readonly int[] _patterns;
    private readonly int[] _damaged;
    private readonly int[] _alive;

    // The patterns of the text and the swaps that have any of their words in it.
    private readonly int[] _found;
    private readonly int[] _present;
    private int _foundCount, _presentCount;

    // What a pattern counts for: swaps from its first one to that of the next pattern.
    private readonly int[] _firstOf;
    private readonly int[] _swaps;
    private readonly bool[] _isSuspect;

    /// <summary>Initialises counts for the words of a table.</summary>
    public WordCounts(SwapTable table)
    {
        (_patterns, _found) = (new int[table.Words.Length], new int[table.Words.Length + 1]);
        (_damaged, _alive, _present) = (new int[table.Swaps.Length], new int[table.Swaps.Length], new int[table.Swaps.Length]);
        _isSuspect = [.. table.SuspectOf.Select(suspect => suspect >= 0)];
        _firstOf = new int[table.Words.Length + 1];
        var swaps = new List<int>();
        for (int pattern = 0; pattern < table.Words.Length; pattern++)
        {
            swaps.AddRange(_isSuspect[pattern] ? table.Suspects[table.SuspectOf[pattern]].Swaps.Select(swap => swap.Index) : table.OriginalOf[pattern]);
            _firstOf[pattern + 1] = swaps.Count;
        }
        _swaps = [.. swaps];
    }

    /// <summary>Gets the swaps of which a word occurs, in no order.</summary>
    public ReadOnlySpan<int> Present => _present.AsSpan(0, _presentCount);

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
        {
            // Without a branch: whether a word is new to the text is a coin toss. There is room for one that is not.
            ref int count = ref _patterns[match.Pattern];
            _found[_foundCount] = match.Pattern;
            _foundCount += count == 0 ? 1 : 0;
            count++;
        }
        bool suspicious = false;
        foreach (int pattern in _found.AsSpan(0, _foundCount)) suspicious |= Add(pattern);
        return suspicious;
    }

    // Each word of the text once, with all its swaps.
    private bool Add(int pattern)
    {
        int count = _patterns[pattern];
        _patterns[pattern] = 0;
        bool isSuspect = _isSuspect[pattern];
        int[] counts = isSuspect ? _damaged : _alive;
        for (int i = _firstOf[pattern]; i < _firstOf[pattern + 1]; i++)
        {
            int swap = _swaps[i];
            if (_damaged[swap] + _alive[swap] == 0) _present[_presentCount++] = swap;
            counts[swap] += count;
        }
        return isSuspect;
    }

    private void Clear()
    {
        foreach (int swap in Present) _damaged[swap] = _alive[swap] = 0;
        _presentCount = _foundCount = 0;
    }
}
