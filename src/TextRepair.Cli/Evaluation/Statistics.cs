namespace TextRepair.Cli;

/// <summary>How sure a figure is.</summary>
internal static class Statistics
{
    private const double Z = 1.959964;
    private const int Resamples = 1000;

    /// <summary>The 95 % interval of a share (Wilson 1927), which is honest for small counts and for 0 and 1.</summary>
    public static (double Low, double High) Wilson(int part, int whole)
    {
        if (whole == 0) return (0, 1);
        double p = (double)part / whole, n = whole, z2 = Z * Z;
        double centre = (p + (z2 / (2 * n))) / (1 + (z2 / n));
        double half = Z * Math.Sqrt((p * (1 - p) / n) + (z2 / (4 * n * n))) / (1 + (z2 / n));
        return (Math.Max(0, centre - half), Math.Min(1, centre + half));
    }

    /// <summary>The 95 % interval of F1 by drawing places anew (percentile bootstrap); the same on every run.</summary>
    public static (double Low, double High) BootstrapF1(IReadOnlyList<Place> places)
    {
        if (places.Count == 0) return (0, 1);
#pragma warning disable CA5394 // Draws for a confidence interval keep no secret, and a fixed seed gives the same figures twice.
        var random = new Random(1);
        double[] scores = new double[Resamples];
        for (int i = 0; i < Resamples; i++)
        {
            Counts counts = default;
            for (int j = 0; j < places.Count; j++) counts = counts.With(places[random.Next(places.Count)].Verdict);
            scores[i] = counts.F1;
        }
#pragma warning restore CA5394
        Array.Sort(scores);
        return (scores[(int)(Resamples * 0.025)], scores[(int)(Resamples * 0.975)]);
    }

    /// <summary>The highest expected count that is still consistent with what was seen, at 95 % (Poisson, one-sided).</summary>
    public static double PoissonUpperBound(int count)
    {
        double low = count, high = (count * 2) + 10;
        for (int i = 0; i < 100; i++)
        {
            double middle = (low + high) / 2;
            if (AtMost(count, middle) > 0.05) low = middle;
            else high = middle;
        }
        return high;
    }

    private static double AtMost(int count, double mean)
    {
        double sum = 0, logTerm = -mean;
        for (int k = 0; k <= count; k++)
        {
            if (k > 0) logTerm += Math.Log(mean / k);
            sum += Math.Exp(logTerm);
        }
        return sum;
    }
}
