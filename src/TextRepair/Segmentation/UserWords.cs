namespace TextRepair.Segmentation;

/// <summary>Words a caller added, with the price that makes each cheaper than any other way to read it.</summary>
internal sealed class UserWords
{
    private readonly Dictionary<string, int> _costs = new(StringComparer.Ordinal);
    private readonly Dictionary<char, int[]> _lengths;

    /// <summary>Takes the words.</summary>
    /// <exception cref="ArgumentException">A word is empty, too long, or has a character that no word may have.</exception>
    public UserWords(Lexicon lexicon, IEnumerable<string> words)
    {
        foreach (string word in words)
            if (Check(lexicon, word).Length > 1)
                _costs[word] = (int)Math.Max(1, WordGraph.Cost(lexicon, word) - 1);
        _lengths = _costs.Keys.GroupBy(word => word[0])
            .ToDictionary(group => group.Key, group => group.Select(word => word.Length).Distinct().Order().ToArray());
    }

    /// <summary>Gets the lengths of the words that start with a character, ascending.</summary>
    public ReadOnlySpan<int> LengthsAt(char first) => _lengths.TryGetValue(first, out int[]? lengths) ? lengths : [];

    /// <summary>Looks a word up.</summary>
    public bool TryGetCost(ReadOnlySpan<char> word, out int cost) =>
        _costs.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out cost);

    private static string Check(Lexicon lexicon, string word)
    {
        if (word is not { Length: > 0 and <= WordGraph.LongestWord })
            throw new ArgumentException($"A user word has from 1 to {WordGraph.LongestWord} characters, but \"{word}\" has {word?.Length ?? 0}.", nameof(word));
        foreach (char c in word)
            if (lexicon.Codes[c] == Lexicon.Separator)
                throw new ArgumentException($"User words consist of Chinese characters, Latin letters, figures and + # & . _ % -, but \"{word}\" holds U+{(int)c:X4}.", nameof(word));
        return word;
    }
}
