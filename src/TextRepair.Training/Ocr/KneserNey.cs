namespace TextRepair.Training.Ocr;

/// <summary>Interpolated Kneser-Ney probabilities with three discounts (Chen and Goodman 1998) of all counted n-grams.</summary>
internal sealed class KneserNey
{
    private readonly NgramCounts[] _counts;
    private readonly ulong[][] _keys;

    /// <summary>Initialises the probabilities.</summary>
    /// <param name="counts">The counts, unigrams first.</param>
    /// <param name="vocabulary">How many tokens there are.</param>
    public KneserNey(NgramCounts[] counts, int vocabulary)
    {
        _counts = counts;
        _keys = [.. counts.Select(c => c.Keys)];
        Order = counts.Length;
        First = new int[Order][];
        Suffix = new int[Order][];
        Probability = new float[Order][];
        Gamma = new float[Order][];
        for (int n = 0; n < Order; n++) Estimate(n, vocabulary);
    }

    /// <summary>Gets the length of the longest n-grams.</summary>
    public int Order { get; }

    /// <summary>Gets for each length where the longer forms of an n-gram start; the last length has none.</summary>
    public int[][] First { get; }

    /// <summary>Gets for each n-gram the n-gram without its first token.</summary>
    public int[][] Suffix { get; }

    /// <summary>Gets for each n-gram the probability of its last token after the others.</summary>
    public float[][] Probability { get; }

    /// <summary>Gets for each n-gram as a context the weight of the shorter context.</summary>
    public float[][] Gamma { get; }

    /// <summary>Gets the occurrences of an n-gram.</summary>
    public int Count(int n, int entry) => _counts[n].Counts[entry];

    /// <summary>Gets the last token of an n-gram.</summary>
    public ushort Last(int n, int entry) => (ushort)(_keys[n][entry] & NgramCounts.TokenMask);

    /// <summary>Gets how many n-grams of a length there are.</summary>
    public int Length(int n) => _keys[n].Length;

    private void Estimate(int n, int vocabulary)
    {
        double[] discounts = Discounts(_counts[n].KneserNey);
        Suffix[n] = new int[Length(n)];
        Probability[n] = new float[Length(n)];
        if (n == 0)
        {
            EstimateGroup(0, 0, Length(0), discounts, _ => 1.0 / vocabulary);
            return;
        }
        First[n - 1] = FirstChildren(n - 1);
        Gamma[n - 1] = new float[Length(n - 1)];
        for (int context = 0; context < Length(n - 1); context++)
        {
            int start = First[n - 1][context], end = First[n - 1][context + 1];
            if (start == end) continue;
            LinkSuffixes(n, context, start, end);
            float[] lower = Probability[n - 1];
            int[] suffix = Suffix[n];
            Gamma[n - 1][context] = (float)EstimateGroup(n, start, end, discounts, i => lower[suffix[i]]);
        }
    }

    // The children of a context are a part of the children of the context without its first token: walk both in step.
    private void LinkSuffixes(int n, int context, int start, int end)
    {
        int other = n == 1 ? 0 : First[n - 2][Suffix[n - 1][context]];
        for (int i = start; i < end; i++)
        {
            if (n == 1)
            {
                Suffix[n][i] = Last(n, i);
                continue;
            }
            while (Last(n - 1, other) != Last(n, i)) other++;
            Suffix[n][i] = other;
        }
    }

    private double EstimateGroup(int n, int start, int end, double[] discounts, Func<int, double> lower)
    {
        int[] counts = _counts[n].KneserNey;
        double total = 0, taken = 0;
        for (int i = start; i < end; i++)
        {
            total += counts[i];
            taken += Math.Min(counts[i], discounts[Math.Min(counts[i], 3)]);
        }
        double gamma = total == 0 ? 1 : taken / total;
        for (int i = start; i < end; i++)
        {
            double kept = Math.Max(0, counts[i] - discounts[Math.Min(counts[i], 3)]);
            Probability[n][i] = (float)((total == 0 ? 0 : kept / total) + gamma * lower(i));
        }
        return gamma;
    }

    private int[] FirstChildren(int n)
    {
        int[] first = new int[Length(n) + 1];
        int child = 0;
        for (int i = 0; i < Length(n); i++)
        {
            first[i] = child;
            while (child < Length(n + 1) && _keys[n + 1][child] >> NgramCounts.Bits == _keys[n][i]) child++;
        }
        first[Length(n)] = child;
        if (child != Length(n + 1)) throw new InvalidOperationException($"An n-gram of length {n + 2} has no prefix.");
        return first;
    }

    private static double[] Discounts(int[] counts)
    {
        double[] of = new double[5];
        foreach (int count in counts)
            if (count is > 0 and <= 4) of[count]++;
        double y = of[1] / Math.Max(1, of[1] + 2 * of[2]);
        double[] discounts = new double[4];
        for (int c = 1; c <= 3; c++)
            discounts[c] = of[c] == 0 ? 0.5 : Math.Clamp(c - (c + 1) * y * of[c + 1] / of[c], 0.05, c - 0.05);
        return discounts;
    }
}
