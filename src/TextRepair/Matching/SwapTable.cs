namespace TextRepair.Matching;

/// <summary>The swaps of all dictionaries as the matcher sees them: one pattern for every word, damaged or original.</summary>
/// <remarks>Immutable.</remarks>
internal sealed class SwapTable
{
    private SwapTable(string[] words, Suspect[] suspects, int[] suspectOf, int[][] originalOf, string?[] disguiseOf)
    {
        Words = words;
        Suspects = suspects;
        SuspectOf = suspectOf;
        OriginalOf = originalOf;
        DisguiseOf = disguiseOf;
        Swaps = [.. suspects.SelectMany(s => s.Swaps)];
        SuspectOfSwap = [.. suspects.SelectMany(s => s.Swaps.Select(_ => s.Index))];
        Automaton = Automaton.Build(words);
    }

    /// <summary>Gets the patterns: every damaged word and every original, once.</summary>
    public string[] Words { get; }

    /// <summary>Gets the damaged words with their swaps.</summary>
    public Suspect[] Suspects { get; }

    /// <summary>Gets all swaps, by number.</summary>
    public Swap[] Swaps { get; }

    /// <summary>Gets the suspect of each swap.</summary>
    public int[] SuspectOfSwap { get; }

    /// <summary>Gets, for each pattern, the suspect that it is; -1 for a word that is only an original.</summary>
    public int[] SuspectOf { get; }

    /// <summary>Gets, for each pattern, the swaps whose original it is.</summary>
    public int[][] OriginalOf { get; }

    /// <summary>Gets, for each pattern, the word that stands for it in contexts; null where that is the word itself.</summary>
    public string?[] DisguiseOf { get; }

    /// <summary>Gets the automaton over <see cref="Words"/>.</summary>
    public Automaton Automaton { get; }

    /// <summary>Makes the table.</summary>
    /// <param name="substitutions">The swaps of all dictionaries.</param>
    public static SwapTable Create(IEnumerable<Substitution> substitutions)
    {
        List<Substitution> swaps = [.. substitutions];
        List<string> words = [.. swaps.SelectMany(s => (string[])[s.Damaged, s.Original]).Distinct().Order(StringComparer.Ordinal)];
        Dictionary<string, int> numbers = words.Select((word, i) => (word, i)).ToDictionary(p => p.word, p => p.i, StringComparer.Ordinal);
        int swapCount = 0;
        var suspects = new List<Suspect>();
        foreach (IGrouping<string, Substitution> group in swaps.GroupBy(s => s.Damaged, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Swap[] originals = [.. group.GroupBy(s => s.Original, StringComparer.Ordinal).Select(o => new Swap(swapCount++, o.Key, numbers[o.Key], Families(o), $"{group.Key}→{o.Key}"))];
            suspects.Add(new Suspect(suspects.Count, group.Key, numbers[group.Key], originals));
        }
        int[] suspectOf = new int[words.Count];
        Array.Fill(suspectOf, -1);
        foreach (Suspect suspect in suspects) suspectOf[suspect.Pattern] = suspect.Index;
        ILookup<int, Swap> byOriginal = suspects.SelectMany(s => s.Swaps).ToLookup(s => s.Pattern);
        int[][] originalOf = new int[words.Count][];
        for (int i = 0; i < words.Count; i++)
            originalOf[i] = [.. byOriginal[i].Select(s => s.Index)];
        return new SwapTable([.. words], [.. suspects], suspectOf, originalOf, Disguises(words, numbers, swaps));
    }

    private static string Families(IEnumerable<Substitution> same) =>
        string.Join(',', same.SelectMany(s => s.Family.Split(',')).Distinct().Order(StringComparer.Ordinal));

    // Contexts are read as if every swap of the main family had been made, so that they look the same in clean and in
    // damaged text. Chains (坚固→巩固→稳固) are followed to their end for the same reason.
    private static string?[] Disguises(List<string> words, Dictionary<string, int> numbers, List<Substitution> swaps)
    {
        var forward = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Substitution swap in swaps.Where(s => s.Family.Split(',').Any(f => f is "A" or "A2")))
            forward.TryAdd(swap.Original, swap.Damaged);
        string?[] disguises = new string?[words.Count];
        for (int i = 0; i < words.Count; i++)
        {
            string word = words[i];
            for (int steps = 0; steps < 8 && forward.TryGetValue(word, out string? next); steps++) word = next;
            disguises[i] = word == words[i] ? null : word;
        }
        return disguises;
    }
}
