using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TextRepair.Matching;

/// <summary>Tells in a few instructions that no pattern begins at a place: by the character there and the one behind it.</summary>
/// <remarks>
/// Patterns are dealt out to sixteen buckets. A character knows the buckets in which it comes first and those in which it
/// comes second; a pattern may begin only where two neighbours have a bucket in common. Characters share the cells of a
/// small table, so that it stays in the first-level cache: the filter lets some places through that it need not, and
/// never holds one back.
/// </remarks>
internal sealed class PairFilter
{
    /// <summary>How many places are looked at together.</summary>
    public const int Block = 8;

    private const int Buckets = 16;
    private const int Mask = 4095;

    // The lower half of a cell: buckets its characters come first in; the upper half: second.
    private readonly uint[] _cells = new uint[Mask + 1];

    /// <summary>Initialises the filter.</summary>
    /// <param name="patterns">The patterns; not empty ones.</param>
    public PairFilter(IEnumerable<string> patterns)
    {
        var buckets = new Dictionary<char, int>();
        foreach (string pattern in patterns)
        {
            // Words that begin alike share a bucket: that keeps the number of pairs small that pass by chance.
            if (!buckets.TryGetValue(pattern[0], out int bucket)) buckets.Add(pattern[0], bucket = buckets.Count % Buckets);
            _cells[pattern[0] & Mask] |= 1u << bucket;
            if (pattern.Length > 1) _cells[pattern[1] & Mask] |= 1u << (bucket + Buckets);
            else AllowAnySecond(bucket);
        }
    }

    /// <summary>Tells whether a pattern of at least two characters, or one of a single character, may begin with these two.</summary>
    public bool MayBegin(char first, char second) => (CellOf(first) & (CellOf(second) >> Buckets)) != 0;

    /// <summary>Finds the next block of places of which one may begin a pattern.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="hits">Receives a bit for each place of the block where a pattern may begin, from the lowest; 0 where the text ends.</param>
    /// <returns>The start of the block; where fewer than a block and one character are left, the start of the rest.</returns>
    public int NextBlock(ReadOnlySpan<char> text, int start, out uint hits)
    {
        hits = 0;
        if (text.Length - start <= Block) return start;
        // No index can leave its range: the loop ends a block and one character before the end of the text, and cells are
        // found by twelve bits of a character.
        ref char characters = ref MemoryMarshal.GetReference(text);
        ref uint cells = ref MemoryMarshal.GetArrayDataReference(_cells);
        uint a = Unsafe.Add(ref cells, Unsafe.Add(ref characters, start) & Mask);
        int i = start;
        for (int last = text.Length - Block - 1; i <= last; i += Block)
        {
            ref char here = ref Unsafe.Add(ref characters, i);
            uint first = a;
            uint b = Unsafe.Add(ref cells, Unsafe.Add(ref here, 1) & Mask);
            uint c = Unsafe.Add(ref cells, Unsafe.Add(ref here, 2) & Mask);
            uint d = Unsafe.Add(ref cells, Unsafe.Add(ref here, 3) & Mask);
            uint e = Unsafe.Add(ref cells, Unsafe.Add(ref here, 4) & Mask);
            uint any = (a & (b >> Buckets)) | (b & (c >> Buckets)) | (c & (d >> Buckets)) | (d & (e >> Buckets));
            uint f = Unsafe.Add(ref cells, Unsafe.Add(ref here, 5) & Mask);
            uint g = Unsafe.Add(ref cells, Unsafe.Add(ref here, 6) & Mask);
            uint h = Unsafe.Add(ref cells, Unsafe.Add(ref here, 7) & Mask);
            a = Unsafe.Add(ref cells, Unsafe.Add(ref here, 8) & Mask);
            any |= (e & (f >> Buckets)) | (f & (g >> Buckets)) | (g & (h >> Buckets)) | (h & (a >> Buckets));
            if (any == 0) continue;
            hits = Bit(first, b, 0) | Bit(b, c, 1) | Bit(c, d, 2) | Bit(d, e, 3) | Bit(e, f, 4) | Bit(f, g, 5) | Bit(g, h, 6) | Bit(h, a, 7);
            return i;
        }
        return i;
    }

    private static uint Bit(uint first, uint second, int place) => ((first & (second >> Buckets)) != 0 ? 1u : 0) << place;

    private void AllowAnySecond(int bucket)
    {
        foreach (ref uint cell in _cells.AsSpan()) cell |= 1u << (bucket + Buckets);
    }

    private uint CellOf(char c) => _cells[c & Mask];
}
