using System.Text;
using System.Text.RegularExpressions;

namespace TextRepair.Training.Swaps;

/// <summary>Swaps words of a text for the damaged words of the dictionary, of which the repairer is then told nothing.</summary>
internal sealed class SwapDamage
{
    private const int Swaps = 8, FewestPlaces = 2;

    private readonly Dictionary<string, string> _damaged = new(StringComparer.Ordinal);

    public SwapDamage(IEnumerable<Substitution> substitutions)
    {
        // Two originals of one damaged word, or two damaged words of one original: the first in the order of the dictionary.
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (Substitution swap in substitutions)
            if (swap.Damaged.Length == 2 && swap.Original.Length == 2 && !_damaged.ContainsKey(swap.Original) && taken.Add(swap.Damaged)) _damaged.Add(swap.Original, swap.Damaged);
    }

    /// <summary>Damages a text: eight swaps, drawn of those whose original stands there twice or more; every occurrence.</summary>
    /// <param name="text">The clean text.</param>
    /// <param name="name">Its name, which draws the swaps.</param>
    /// <returns>The damaged text with the damaged words by their originals; <see langword="null"/> where there are not as many.</returns>
    public (string Text, IReadOnlyDictionary<string, string> Swaps)? Apply(string text, string name)
    {
        string[] originals = [.. _damaged.Keys.Where(word => Occurs(text, word)).OrderBy(word => Draw.Of(name + word)).Take(Swaps)];
        if (originals.Length < Swaps) return null;
        var damaged = new StringBuilder();
        int done = 0;
        foreach (ValueMatch match in Regex.EnumerateMatches(text, string.Join('|', originals), RegexOptions.CultureInvariant))
        {
            damaged.Append(text, done, match.Index - done).Append(_damaged[text.Substring(match.Index, match.Length)]);
            done = match.Index + match.Length;
        }
        return (damaged.Append(text, done, text.Length - done).ToString(), originals.ToDictionary(word => _damaged[word], word => word, StringComparer.Ordinal));
    }

    private static bool Occurs(string text, string word)
    {
        int count = 0;
        for (int i = text.IndexOf(word, StringComparison.Ordinal); i >= 0 && count < FewestPlaces; i = text.IndexOf(word, i + word.Length, StringComparison.Ordinal)) count++;
        return count == FewestPlaces;
    }
}
