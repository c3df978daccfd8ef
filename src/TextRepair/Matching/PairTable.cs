using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TextRepair.Matching;

/// <summary>Knows what begins with two characters: nothing, one pattern of just these two, or more, which only a walk through the trie tells.</summary>
/// <remarks>Most patterns are words of two characters: one look instead of four. An open hash table, at most a quarter full.</remarks>
internal sealed class PairTable
{
    /// <summary>No pattern begins here.</summary>
    public const int Nothing = -1;

    /// <summary>More than one pattern, or another than that of two characters, may begin here.</summary>
    public const int Walk = -2;

    private const ulong Mix = 0x9E3779B97F4A7C15;

    // The characters in the upper half, in the lower what begins with them; empty cells hold what no pair does.
    private readonly ulong[] _cells;
    private readonly int _shift;
    private readonly ulong _singles; // the lowest six bits of characters that are patterns, or may be

    /// <summary>Initialises the table.</summary>
    /// <param name="patterns">The patterns; not empty ones.</param>
    public PairTable(IReadOnlyList<string> patterns)
    {
        var pairs = new Dictionary<uint, int>();
        for (int i = 0; i < patterns.Count; i++)
        {
            string pattern = patterns[i];
            if (pattern.Length == 1) _singles |= 1ul << (pattern[0] & 63);
            else if (!pairs.TryAdd(PairOf(pattern[0], pattern[1]), pattern.Length == 2 ? i : Walk)) pairs[PairOf(pattern[0], pattern[1])] = Walk;
        }
        int bits = 4;
        while (1 << bits < 4 * pairs.Count) bits++;
        (_cells, _shift) = (new ulong[1 << bits], 64 - bits);
        Array.Fill(_cells, Empty);
        foreach ((uint pair, int value) in pairs) Put(pair, value);
    }

    // Two NUL characters and nothing: what Find is to say of them, too.
    private static ulong Empty => unchecked((uint)Nothing);

    /// <summary>Finds what begins with two characters: a pattern, <see cref="Nothing"/> or <see cref="Walk"/>.</summary>
    public int Find(char first, char second)
    {
        if (((_singles >> first) & 1) != 0) return Walk; // shifts look at six bits
        uint pair = PairOf(first, second);
        // In range: a number of as many bits as there are cells.
        ref ulong cells = ref MemoryMarshal.GetArrayDataReference(_cells);
        for (int cell = CellOf(pair); ; cell = (cell + 1) & (_cells.Length - 1))
        {
            ulong found = Unsafe.Add(ref cells, cell);
            if (found >> 32 == pair) return (int)found;
            if (found == Empty) return Nothing;
        }
    }

    private void Put(uint pair, int value)
    {
        int cell = CellOf(pair);
        while (_cells[cell] != Empty) cell = (cell + 1) & (_cells.Length - 1);
        _cells[cell] = ((ulong)pair << 32) | (uint)value;
    }

    private int CellOf(uint pair) => (int)((pair * Mix) >> _shift);

    private static uint PairOf(char first, char second) => ((uint)first << 16) | second;
}
