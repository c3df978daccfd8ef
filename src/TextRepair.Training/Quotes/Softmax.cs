namespace TextRepair.Training.Quotes;

/// <summary>Scores that become probabilities.</summary>
internal static class Softmax
{
    /// <summary>Puts in the place of every score the probability of its choice.</summary>
    public static void Apply(Span<float> scores)
    {
        float largest = scores[0], total = 0;
        foreach (float score in scores) largest = Math.Max(largest, score);
        foreach (ref float score in scores) total += score = MathF.Exp(score - largest);
        foreach (ref float score in scores) score /= total;
    }
}
