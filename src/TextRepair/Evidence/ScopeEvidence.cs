using TextRepair.Matching;

namespace TextRepair.Evidence;

/// <summary>What the swaps of one scope say together: how much more probable the scope is damaged by each family than clean.</summary>
internal sealed class ScopeEvidence
{
    private readonly DamageModel _model;
    private readonly double[] _logFamilies;
    private readonly double _sum;

    private ScopeEvidence(DamageModel model, IReadOnlyList<SwapEvidence> swaps, bool foreign)
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
        LogRatio = foreign ? DamageModel.ForeignLogRatio : swaps.Count == 0 ? 0 : DamageModel.Calibrated(_sum);
    }

    /// <summary>Gets the evidence of each swap that has any.</summary>
    public IReadOnlyList<SwapEvidence> Swaps { get; }

    /// <summary>Gets the log-likelihood ratio of damage, by whatever family, against clean text, in nats.</summary>
    public double LogRatio { get; }

    /// <summary>Weighs the evidence of a scope.</summary>
    public static ScopeEvidence Weigh(DamageModel model, SwapTable table, OccurrenceList occurrences)
    {
        var sums = new Dictionary<int, (int Count, double Sum)>();
        foreach (Occurrence occurrence in occurrences.Items)
        {
            Suspect suspect = table.Suspects[occurrence.Suspect];
            for (int k = 0; k < suspect.Swaps.Length; k++)
            {
                (int count, double sum) = sums.GetValueOrDefault(suspect.FirstSwap + k);
                double surprise = occurrence.Repeated ? 0 : SurpriseOf(occurrences.Scores[occurrence.FirstScore + k]);
                sums[suspect.FirstSwap + k] = (count + 1, sum + surprise);
            }
        }
        foreach (int swap in occurrences.Alive.Keys) sums.TryAdd(swap, (0, 0));
        return new ScopeEvidence(model, [.. sums.OrderBy(s => s.Key).Select(s => Evidence(s.Key, s.Value.Count, s.Value.Sum, occurrences))], occurrences.IsForeign);
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

    private static SwapEvidence Evidence(int swap, int count, double sum, OccurrenceList occurrences)
    {
        int alive = occurrences.Alive.GetValueOrDefault(swap);
        return new SwapEvidence(swap, count, alive, sum - (DamageModel.AlivePenalty * alive));
    }

    /// <summary>Finds what a swap says to a family: the logarithm of a mixture of its ratio, as often as it is in force, and of none.</summary>
    internal static double LogMixture(double share, double logRatio) => Math.Log(1 - share + (share * Math.Exp(logRatio)));

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
