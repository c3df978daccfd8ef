using TextRepair.Segmentation;

namespace TextRepair.Context;

/// <summary>Scores a swap that was not trained: the best division into words of the surroundings as they are, against that after the replacement.</summary>
/// <remarks>各/工程/标/任务 against 各/项目/目标/任务 speaks for itself; where both read well, the score stays near 0.</remarks>
internal static class WordGraphScore
{
    private const int Reach = 8;

    // Costs of words are not those of sentences: what a division gains counts half, and never proves anything alone.
    private const double Weight = 0.5;
    private const double Most = 4;

    /// <summary>Scores a place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the damaged word starts, in UTF-16 code units.</param>
    /// <param name="length">Its length.</param>
    /// <param name="original">The word to put back.</param>
    /// <returns>Log-odds of the original against the damaged word, in nats.</returns>
    public static float Score(ReadOnlySpan<char> text, int start, int length, string original)
    {
        int from = Math.Max(0, start - Reach), to = Math.Min(text.Length, start + length + Reach);
        Span<char> repaired = stackalloc char[(2 * Reach) + original.Length];
        ReadOnlySpan<char> left = text[from..start], right = text[(start + length)..to];
        left.CopyTo(repaired);
        original.CopyTo(repaired[left.Length..]);
        right.CopyTo(repaired[(left.Length + original.Length)..]);
        double gain = Lexicon.Default.Cost(text[from..to]) - Lexicon.Default.Cost(repaired[..(left.Length + original.Length + right.Length)]);
        return (float)Math.Clamp(Weight * gain, -Most, Most);
    }
}
