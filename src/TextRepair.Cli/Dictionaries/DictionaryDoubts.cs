namespace TextRepair.Cli;

/// <summary>What can be read and is still likely to be a mistake in a dictionary.</summary>
internal static class DictionaryDoubts
{
    public static List<string> Find(IReadOnlyList<Substitution> swaps)
    {
        var doubts = new List<string>();
        foreach (Substitution swap in swaps)
        {
            if (swap.Damaged.Length == 1)
                doubts.Add($": {swap.Damaged} → {swap.Original}: a damaged word of one character stands in too many words to be judged.");
            if (swap.Original.Contains(swap.Damaged, StringComparison.Ordinal))
                doubts.Add($": {swap.Damaged} → {swap.Original}: the original holds the damaged word, so repairing twice would change the text twice.");
        }
        doubts.AddRange(Cycles(swaps));
        return doubts;
    }

    // Chains (坚固→巩固→稳固) are real, since damage happens once; a cycle cannot be, or neither word could be told from the other.
    private static IEnumerable<string> Cycles(IReadOnlyList<Substitution> swaps) =>
        from swap in swaps
        where swaps.Any(other => other.Family.Split(',').Intersect(swap.Family.Split(',')).Any() && other.Damaged == swap.Original && other.Original == swap.Damaged)
        where string.CompareOrdinal(swap.Damaged, swap.Original) < 0
        select $": {swap.Damaged} ⇄ {swap.Original}: each is the other's original in family {swap.Family}.";
}
