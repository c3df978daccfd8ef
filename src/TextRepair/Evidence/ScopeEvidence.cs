namespace TextRepair.Evidence;

/// <summary>What the swaps of one scope say together: how much more probable the scope is damaged by each family than clean.</summary>
internal sealed class ScopeEvidence
{
    private readonly DamageModel _model;
    private readonly double[] _logFamilies;
    private readonly double _sum;
    private double[]? _inForce;

    private ScopeEvidence(DamageModel model, EvidenceSum[] swaps, bool foreign)
    {
        (_model, Swaps) = (model, swaps);
        _logFamilies = new double[DamageFamily.All.Count];
        for (int f = 0; f < _logFamilies.Length; f++) _logFamilies[f] = Math.Log(DamageFamily.All[f].Share);
        foreach (EvidenceSum swap in swaps) AddToFamilies(swap.Swap, Math.Min(swap.LogRatio, model.CapOf(swap.Swap)));
        _sum = LogSum(_logFamilies);
        LogRatio = foreign ? DamageModel.ForeignLogRatio : swaps.Length == 0 ? 0 : DamageModel.Calibrated(_sum);
    }

    /// <summary>Gets the evidence of each swap that has any, in the order of their numbers.</summary>
    public EvidenceSum[] Swaps { get; }

    /// <summary>Gets the log-likelihood ratio of damage, by whatever family, against clean text, in nats.</summary>
    public double LogRatio { get; }

    /// <summary>Weighs the evidence of a scope.</summary>
    public static ScopeEvidence Weigh(DamageModel model, EvidenceSums sums, OccurrenceList occurrences) =>
        new(model, sums.Of(occurrences), occurrences.IsForeign);

    /// <summary>Finds which of <see cref="Swaps"/> is a swap; it must be one of them.</summary>
    public int IndexOf(int swap)
    {
        int low = 0, high = Swaps.Length - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Swaps[middle].Swap < swap) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <summary>Gets the probability that each of <see cref="Swaps"/> is in force, given that the scope is damaged.</summary>
    public ReadOnlySpan<double> InForce => _inForce ??= FindInForce();

    private double[] FindInForce()
    {
        Span<double> families = stackalloc double[_logFamilies.Length];
        for (int f = 0; f < families.Length; f++) families[f] = Math.Exp(_logFamilies[f] - _sum);
        double[] inForce = new double[Swaps.Length];
        for (int i = 0; i < inForce.Length; i++)
        {
            double ratio = Math.Exp(Math.Min(Swaps[i].LogRatio, DamageModel.InForceCap));
            for (int f = 0; f < families.Length; f++)
            {
                double prior = _model.InForce(f, Swaps[i].Swap);
                double odds = prior / (1 - prior) * ratio;
                inForce[i] += families[f] * odds / (1 + odds);
            }
        }
        return inForce;
    }

    // What a swap says to each family: the same to those that use it as often.
    private void AddToFamilies(int swap, double logRatio)
    {
        double share = double.NaN, mixture = 0;
        for (int f = 0; f < _logFamilies.Length; f++)
        {
            if (_model.InForce(f, swap) is var next && next != share) mixture = LogMixture(share = next, logRatio);
            _logFamilies[f] += mixture;
        }
    }

    /// <summary>Finds what a swap says to a family: the logarithm of a mixture of its ratio, as often as it is in force, and of none.</summary>
    internal static double LogMixture(double share, double logRatio) =>
        logRatio > 500 ? Math.Log(share) + logRatio : Math.Log(1 - share + (share * Math.Exp(logRatio)));

    /// <summary>Finds what one occurrence says for damage, in nats: how much better it is explained with the swap in force.</summary>
    internal static double SurpriseOf(float score) => score >= DamageModel.OccurrenceCap ? DamageModel.OccurrenceCap : Math.Min(DamageModel.OccurrenceCap, SoftPlus(score));

    private static double SoftPlus(double x) => Math.Log(1 + Math.Exp(x));

    /// <summary>Adds numbers up that are given as logarithms.</summary>
    internal static double LogSum(ReadOnlySpan<double> logs)
    {
        double most = logs[0], sum = 0;
        foreach (double log in logs) most = Math.Max(most, log);
        foreach (double log in logs) sum += Math.Exp(log - most);
        return most + Math.Log(sum);
    }
}
