using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TextRepair.Matching;

/// <summary>Finds every occurrence of many patterns in one pass, overlapping ones too.</summary>
/// <remarks>
/// A double-array trie (Aoe, 1989) over the characters of the patterns, walked from every position that a
/// <see cref="WidePairFilter"/> or a <see cref="PairFilter"/> lets through. Patterns are at most 32 characters long, so the time is linear in the text.
/// </remarks>
internal sealed partial class Automaton
{
    private const int BlocksAtOnce = 32;

    // Characters of the patterns are numbered from 1; 0 stands for all others.
    private readonly ushort[] _codes;
    private readonly Node[] _nodes;
    private readonly int[] _lengths;
    private readonly PairTable _pairs;
    private readonly PairFilter _filter;
    private readonly WidePairFilter? _wideFilter;

    private Automaton(ushort[] codes, Node[] nodes, IReadOnlyList<string> patterns)
    {
        (_codes, _nodes) = (codes, nodes);
        _lengths = [.. patterns.Select(pattern => pattern.Length)];
        _pairs = new PairTable(patterns);
        _filter = new PairFilter(patterns);
        _wideFilter = WidePairFilter.TryCreate(patterns);
    }

    /// <summary>Gets the length of a pattern.</summary>
    public int LengthOf(int pattern) => _lengths[pattern];

    /// <summary>Finds all matches, in the order of their starts and, at one start, of their lengths.</summary>
    public void FindAll(ReadOnlySpan<char> text, List<Match> matches)
    {
        int i = _wideFilter is null ? 0 : FindWide(_wideFilter, text, matches);
        while (true)
        {
            i = _filter.NextBlock(text, i, out uint hits);
            if (hits == 0) break;
            for (; hits != 0; hits &= hits - 1) FindPair(text, i + BitOperations.TrailingZeroCount(hits), matches);
            i += PairFilter.Block;
        }
        for (; i < text.Length; i++) FindAt(text, i, matches);
    }

    // All but the end of the text, in long steps.
    private int FindWide(WidePairFilter filter, ReadOnlySpan<char> text, List<Match> matches)
    {
        Span<ulong> blocks = stackalloc ulong[BlocksAtOnce];
        int start = 0;
        for (int count; (count = filter.Scan(text, start, blocks)) > 0;)
        {
            foreach (ulong block in blocks[..count])
            {
                for (ulong hits = block; hits != 0; hits &= hits - 1) FindPair(text, start + BitOperations.TrailingZeroCount(hits), matches);
                start += WidePairFilter.Block;
            }
        }
        return start;
    }

    // Where a filter found that a pattern may begin, which it never does at the last character of the text.
    private void FindPair(ReadOnlySpan<char> text, int start, List<Match> matches)
    {
        int found = _pairs.Find(text[start], text[start + 1]);
        if (found >= 0) matches.Add(new Match(start, found));
        else if (found == PairTable.Walk) FindAt(text, start, matches);
    }

    private void FindAt(ReadOnlySpan<char> text, int start, List<Match> matches)
    {
        // In range: there is a code for every character, and the builder leaves room for all codes behind every base.
        ref ushort codes = ref MemoryMarshal.GetArrayDataReference(_codes);
        ref Node nodes = ref MemoryMarshal.GetArrayDataReference(_nodes);
        int state = 0, @base = nodes.Base;
        foreach (char c in text[start..])
        {
            int code = Unsafe.Add(ref codes, c);
            if (code == 0) return;
            ref Node next = ref Unsafe.Add(ref nodes, @base + code);
            if (next.Parent != state) return;
            (state, @base) = (@base + code, next.Base);
            if (next.Pattern >= 0) matches.Add(new Match(start, next.Pattern));
        }
    }

    /// <summary>A node of the trie.</summary>
    /// <param name="Base">Where its children begin: the child by a character stands as many places further as the character's number.</param>
    /// <param name="Parent">The node it is a child of.</param>
    /// <param name="Pattern">The pattern that ends here; -1 where none does.</param>
    private readonly record struct Node(int Base, int Parent, int Pattern);
}
