using System.Numerics;

namespace TextRepair.Matching;

/// <summary>Finds every occurrence of many patterns in one pass, overlapping ones too.</summary>
/// <remarks>
/// A double-array trie (Aoe, 1989) over the characters of the patterns, walked from every position that a
/// <see cref="PairFilter"/> lets through. Patterns are at most 32 characters long, so the time is linear in the text.
/// </remarks>
internal sealed partial class Automaton
{
    // Characters of the patterns are numbered from 1; 0 stands for all others.
    private readonly ushort[] _codes;
    private readonly Node[] _nodes;
    private readonly int[] _lengths;
    private readonly PairFilter _filter;

    private Automaton(ushort[] codes, Node[] nodes, int[] lengths, PairFilter filter) =>
        (_codes, _nodes, _lengths, _filter) = (codes, nodes, lengths, filter);

    /// <summary>Gets the length of a pattern.</summary>
    public int LengthOf(int pattern) => _lengths[pattern];

    /// <summary>Finds all matches, in the order of their starts and, at one start, of their lengths.</summary>
    public void FindAll(ReadOnlySpan<char> text, List<Match> matches)
    {
        int i = 0;
        while (true)
        {
            i = _filter.NextBlock(text, i, out uint hits);
            if (hits == 0) break;
            for (; hits != 0; hits &= hits - 1) FindAt(text, i + BitOperations.TrailingZeroCount(hits), matches);
            i += PairFilter.Block;
        }
        for (; i < text.Length; i++) FindAt(text, i, matches);
    }

    private void FindAt(ReadOnlySpan<char> text, int start, List<Match> matches)
    {
        int state = 0;
        for (int i = start; i < text.Length; i++)
        {
            int code = _codes[text[i]];
            if (code == 0) return;
            int next = _nodes[state].Base + code;
            if (_nodes[next].Parent != state) return;
            state = next;
            if (_nodes[state].Pattern >= 0) matches.Add(new Match(start, _nodes[state].Pattern));
        }
    }

    /// <summary>A node of the trie.</summary>
    /// <param name="Base">Where its children begin: the child by a character stands as many places further as the character's number.</param>
    /// <param name="Parent">The node it is a child of.</param>
    /// <param name="Pattern">The pattern that ends here; -1 where none does.</param>
    private readonly record struct Node(int Base, int Parent, int Pattern);
}
