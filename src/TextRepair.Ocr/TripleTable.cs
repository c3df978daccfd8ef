using TextRepair.Models;

namespace TextRepair.Ocr;

/// <summary>All n-grams of three tokens, in four bytes each: last token, cost, back-off and number of children.</summary>
/// <remarks>
/// Where the children start is said for every sixteenth entry, as many as a line of the cache holds; in between their
/// numbers are added. One entry in ten thousand has more children than seven bits count: theirs stand apart.
/// </remarks>
/// <param name="entries">The entries: from the lowest bit 13 of the token, 6 of the cost, 6 of the back-off, both in quarters of a nat, 7 of children.</param>
/// <param name="blocks">Where the children of every sixteenth entry start.</param>
/// <param name="many">The entries with many children, ascending.</param>
/// <param name="manyCounts">How many they have.</param>
internal sealed class TripleTable(Column<uint> entries, Column<int> blocks, Column<int> many, Column<int> manyCounts)
{
    /// <summary>The number of bits of a token.</summary>
    public const int TokenBits = 13;

    /// <summary>How many entries share a start.</summary>
    public const int BlockSize = 16;

    /// <summary>What stands for more children than seven bits count.</summary>
    public const int Many = 127;

    private const int Grain = 4, CostBits = 6, CostMask = (1 << CostBits) - 1;

    /// <summary>Gets how many there are.</summary>
    public int Count => entries.Length;

    /// <summary>Packs an entry.</summary>
    public static uint Pack(ushort token, byte cost, byte backoff, int children) =>
        token | ((uint)(cost / Grain) << TokenBits) | ((uint)(backoff / Grain) << (TokenBits + CostBits)) | ((uint)Math.Min(children, Many) << (TokenBits + (2 * CostBits)));

    /// <summary>Gets the last token of an entry.</summary>
    public ushort Token(int entry) => (ushort)(entries[entry] & ((1 << TokenBits) - 1));

    /// <summary>Gets what the last token costs, in steps of 1/<see cref="LanguageModel.Scale"/> nat.</summary>
    public int Cost(int entry) => (int)((entries[entry] >> TokenBits) & CostMask) * Grain;

    /// <summary>Gets what a token costs more that is not among the children.</summary>
    public int Backoff(int entry) => ((int)((entries[entry] >> (TokenBits + CostBits)) & CostMask) * Grain) - LanguageModel.BackoffZero;

    /// <summary>Finds a token among the entries of a range; −1 where it is not there.</summary>
    public int Find(Range range, ushort token)
    {
        int low = range.Start.Value, high = range.End.Value - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1, there = Token(middle);
            if (there == token) return middle;
            if (there < token) low = middle + 1;
            else high = middle - 1;
        }
        return -1;
    }

    /// <summary>Gets where the children of an entry lie.</summary>
    public Range Children(int entry)
    {
        int start = blocks[entry / BlockSize];
        for (int i = entry & -BlockSize; i < entry; i++) start += CountChildren(i);
        return start..(start + CountChildren(entry));
    }

    private int CountChildren(int entry)
    {
        int count = (int)(entries[entry] >> (TokenBits + (2 * CostBits)));
        return count < Many ? count : manyCounts[many.Span.BinarySearch(entry)];
    }
}
