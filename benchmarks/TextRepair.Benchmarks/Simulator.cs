using System.Text.RegularExpressions;

namespace TextRepair.Benchmarks;

/// <summary>Damages text as swappers do: every word of the main family, in one pass over the raw text, blind to word boundaries.</summary>
internal static class Simulator
{
    private static readonly Dictionary<string, string> Swaps = MainFamily();

    private static readonly Regex Words = new(
        string.Join('|', Swaps.Keys.OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal).Select(Regex.Escape)),
        RegexOptions.CultureInvariant);

    /// <summary>Damages a text.</summary>
    public static string Damage(string text) => Words.Replace(text, match => Swaps[match.Value]);

    private static Dictionary<string, string> MainFamily()
    {
        var swaps = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Substitution swap in CorrectionDictionary.Default.Substitutions)
            if (swap.Family.Split(',').Contains("A")) swaps.TryAdd(swap.Original, swap.Damaged);
        return swaps;
    }
}
