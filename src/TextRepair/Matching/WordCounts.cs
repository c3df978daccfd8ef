using System.Runtime.InteropServices;

namespace TextRepair.Matching;

/// <summary>How often the damaged word and the original of each swap occur in a text. Used again and again; not thread-safe.</summary>
internal sealed class WordCounts(SwapTable table)
{
    private readonly int[] _damaged = new int[table.Swaps.Length];
    private readonly int[] _alive = new int[table.Swaps.Length];
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
        bool suspicious = false;
        foreach (Match match in matches)
        {
            int suspect = table.SuspectOf[match.Pattern];
            if (suspect < 0)
            {
                foreach (int swap in table.OriginalOf[match.Pattern]) Add(_alive, swap);
                continue;
            }
            suspicious = true;
            Suspect word = table.Suspects[suspect];
            for (int k = 0; k < word.Swaps.Length; k++) Add(_damaged, word.FirstSwap + k);
        }
        return suspicious;
    }

    private void Add(int[] counts, int swap)
    {
        if (_damaged[swap] + _alive[swap] == 0) _present.Add(swap);
        counts[swap]++;
    }

    private void Clear()
    {
        foreach (int swap in _present) _damaged[swap] = _alive[swap] = 0;
        _present.Clear();
    }
}
