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
    private readonly int[] _base;
    private readonly int[] _check;
    private readonly int[] _patternAt;
    private readonly int[] _lengths;
    private readonly PairFilter _filter;

    private Automaton(ushort[] codes, int[] @base, int[] check, int[] patternAt, int[] lengths, PairFilter filter) =>
        (_codes, _base, _check, _patternAt, _lengths, _filter) = (codes, @base, check, patternAt, lengths, filter);

    /// <summary>Gets the length of a pattern.</summary>
    public int LengthOf(int pattern) => _lengths[pattern];

    /// <summary>Finds all matches, in the order of their starts and, at one start, of their lengths.</summary>
    public void FindAll(ReadOnlySpan<char> text, List<Match> matches)
    {
        int last = text.Length - 1;
        for (int i = 0; i <= last;)
        {
            i = _filter.NextBlock(text, i);
            for (int end = Math.Min(last, i + PairFilter.Block); i < end; i++)
                if (_filter.MayBegin(text[i], text[i + 1])) FindAt(text, i, matches);
            // The last character has none behind it.
            if (i == last) FindAt(text, i++, matches);
        }
    }

    private void FindAt(ReadOnlySpan<char> text, int start, List<Match> matches)
    {
        int code = _codes[text[start]], state = _base[0] + code;
        if (code != 0 && _check[state] == 0) Walk(text, start, state, matches);
    }

    private void Walk(ReadOnlySpan<char> text, int start, int state, List<Match> matches)
    {
        for (int next = start + 1; ; next++)
        {
            if (_patternAt[state] >= 0) matches.Add(new Match(start, _patternAt[state]));
            if (next == text.Length) return;
            int code = _codes[text[next]];
            if (code == 0) return;
            int to = _base[state] + code;
            if (_check[to] != state) return;
            state = to;
        }
    }
}
