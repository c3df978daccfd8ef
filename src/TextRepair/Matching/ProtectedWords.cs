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

    /// <summary>Removes the matches of suspects that touch a protected word.</summary>
    public void Remove(string text, List<Match> matches, SwapTable table)
    {
        if (_automaton is null) return;
        var words = new List<Match>();
        _automaton.FindAll(text, words);
        if (words.Count == 0) return;
        matches.RemoveAll(match => table.SuspectOf[match.Pattern] >= 0 && words.Exists(word =>
            match.Start < word.Start + _automaton.LengthOf(word.Pattern) && word.Start < match.Start + table.Words[match.Pattern].Length));
    }
}
