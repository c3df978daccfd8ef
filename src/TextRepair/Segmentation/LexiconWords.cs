namespace TextRepair.Segmentation;

/// <summary>Lists what a lexicon holds; the lexicon itself only answers for words it is asked about.</summary>
internal static class LexiconWords
{
    /// <summary>Lists the words with the natural logarithms of their probabilities, in no meaningful order.</summary>
    public static List<(string Word, double LogProbability)> Of(Lexicon lexicon)
    {
        ReadOnlySpan<ulong> slots = lexicon.Slots;
        char[] characters = Characters(lexicon);
        int[] parents = Parents(slots);
        var words = new List<(string, double)>();
        for (int at = 0; at < slots.Length; at++)
            if (WordTrie.Code(slots[at]) != WordTrie.NoCode && WordTrie.Cost(slots[at]) is > 0 and var cost)
                words.Add((Spell(at, slots, parents, characters), -cost / (double)Lexicon.Scale));
        return words;
    }

    private static char[] Characters(Lexicon lexicon)
    {
        var characters = new char[ushort.MaxValue];
        ReadOnlySpan<ushort> codes = lexicon.Codes;
        for (int c = codes.Length - 1; c >= 0; c--) characters[codes[c]] = (char)c;
        return characters;
    }

    // By base, the slot that has it: the slot of a child is its parent's base and its own code.
    private static int[] Parents(ReadOnlySpan<ulong> slots)
    {
        int[] parents = new int[slots.Length];
        for (int at = 0; at < slots.Length; at++)
            if (WordTrie.Code(slots[at]) != WordTrie.NoCode && WordTrie.Base(slots[at]) is > 0 and var childBase) parents[childBase] = at;
        return parents;
    }

    private static string Spell(int at, ReadOnlySpan<ulong> slots, int[] parents, char[] characters)
    {
        string word = "";
        while (true)
        {
            int code = WordTrie.Code(slots[at]);
            word = characters[code] + word;
            if (at == code) return word;
            at = parents[at - code];
        }
    }
}
