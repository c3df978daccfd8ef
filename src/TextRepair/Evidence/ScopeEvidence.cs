namespace TextRepair.Evidence;

/// <summary>What the swaps of one scope say together: how much more probable the scope is damaged by each family than clean.</summary>
internal sealed class ScopeEvidence
{
    private readonly DamageModel _model;
    private readonly double[] _logFamilies;
    private readonly double _sum;

    private ScopeEvidence(DamageModel model, SwapEvidence[] swaps, bool foreign)
    {
        (_model, Swaps) = (model, swaps);
        _logFamilies = new double[DamageFamily.All.Count];
        for (int f = 0; f < _logFamilies.Length; f++)
        {
            _logFamilies[f] = Math.Log(DamageFamily.All[f].Share);
            foreach (SwapEvidence swap in swaps)
                _logFamilies[f] += LogMixture(model.InForce(f, swap.Swap), Math.Min(swap.LogRatio, model.CapOf(swap.Swap)));
        }
        _sum = LogSum(_logFamilies);
        LogRatio = foreign ? DamageModel.ForeignLogRatio : swaps.Length == 0 ? 0 : DamageModel.Calibrated(_sum);
    }

    /// <summary>Gets the evidence of each swap that has any, in the order of their numbers.</summary>
    public SwapEvidence[] Swaps { get; }

    /// <summary>Gets the log-likelihood ratio of damage, by whatever family, against clean text, in nats.</summary>
    public double LogRatio { get; }

    /// <summary>Weighs the evidence of a scope.</summary>
    public static ScopeEvidence Weigh(DamageModel model, EvidenceSums sums, OccurrenceList occurrences) =>
        new(model, sums.Of(occurrences), occurrences.IsForeign);

    /// <summary>Finds the evidence of a swap; it must have some.</summary>
    public ref readonly SwapEvidence Of(int swap)
    {
        int low = 0, high = Swaps.Length - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Swaps[middle].Swap < swap) low = middle + 1;
            else high = middle;
        }
        return ref Swaps[low];
    }

    /// <summary>Gets the probability that a swap is in force, given that the scope is damaged.</summary>
    public double InForce(SwapEvidence swap)
    {
        double ratio = Math.Min(swap.LogRatio, DamageModel.InForceCap), sum = 0;
        for (int f = 0; f < _logFamilies.Length; f++)
        {
            double prior = _model.InForce(f, swap.Swap);
            double odds = prior / (1 - prior) * Math.Exp(ratio);
            sum += Math.Exp(_logFamilies[f] - _sum) * odds / (1 + odds);
        }
        return sum;
    }

    /// <summary>Finds what a swap says to a family: the logarithm of a mixture of its ratio, as often as it is in force, and of none.</summary>
    internal static double LogMixture(double share, double logRatio) =>
        logRatio > 500 ? Math.Log(share) + logRatio : Math.Log(1 - share + (share * Math.Exp(logRatio)));

    /// <summary>Finds what one occurrence says for damage, in nats: how much better it is explained with the swap in force.</summary>
    internal static double SurpriseOf(float score) => Math.Min(DamageModel.OccurrenceCap, SoftPlus(score));

    private static double SoftPlus(double x) => x > 30 ? x : Math.Log(1 + Math.Exp(x));

    /// <summary>Adds numbers up that are given as logarithms.</summary>
    internal static double LogSum(ReadOnlySpan<double> logs)
    {
        double most = logs[0], sum = 0;
        foreach (double log in logs) most = Math.Max(most, log);
        foreach (double log in logs) sum += Math.Exp(log - most);
        return most + Math.Log(sum);
    }
}
