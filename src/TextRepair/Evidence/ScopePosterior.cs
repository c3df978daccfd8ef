namespace TextRepair.Evidence;

/// <summary>The probability that each scope of a text is damaged.</summary>
/// <remarks>
/// A text is damaged or not; in a damaged one, an unknown share of the scopes is. So a file in which a tenth of the lines
/// is damaged makes its other lines suspect, and not guilty.
/// </remarks>
internal static class ScopePosterior
{
    private static readonly double[] DamagedShares = [0.01, 0.03, 0.1, 0.3, 0.7, 0.97];

    /// <summary>Finds the probabilities.</summary>
    /// <param name="logRatios">The evidence of each scope, in nats.</param>
    /// <param name="priorLogOdds">The log-odds that the text is damaged.</param>
    public static double[] Find(IReadOnlyList<double> logRatios, double priorLogOdds)
    {
        if (logRatios.Count == 1) return [Logistic(priorLogOdds + logRatios[0])];
        double[] logShares = new double[DamagedShares.Length];
        for (int s = 0; s < logShares.Length; s++)
        {
            logShares[s] = priorLogOdds - Math.Log(DamagedShares.Length);
            foreach (double logRatio in logRatios) logShares[s] += ScopeEvidence.LogMixture(DamagedShares[s], logRatio);
        }
        double most = Math.Max(0, logShares.Max());
        double all = Math.Exp(-most) + logShares.Sum(log => Math.Exp(log - most));
        double[] posterior = new double[logRatios.Count];
        for (int s = 0; s < logShares.Length; s++)
        {
            double weight = Math.Exp(logShares[s] - most) / all, prior = Math.Log(DamagedShares[s] / (1 - DamagedShares[s]));
            for (int i = 0; i < posterior.Length; i++) posterior[i] += weight * Logistic(prior + logRatios[i]);
        }
        return posterior;
    }

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
