using TextRepair.Matching;

namespace TextRepair.Evidence;

/// <summary>The most that the words of a text can say for damage, whatever their contexts: known from counts alone.</summary>
/// <remarks>
/// Every number here is at least the one <see cref="ScopeEvidence"/> arrives at: an occurrence is taken to say
/// <see cref="DamageModel.OccurrenceCap"/>, and repeated contexts count again. What a swap says to each family is looked
/// up, by its log-likelihood ratio rounded upwards. Immutable.
/// </remarks>
internal sealed class EvidenceBound
{
    // Ratios are told apart in steps of so many nats, from Least to Most: beyond, a looser bound serves as well.
    private const double Step = 3;
    private const int Least = -8;
    private const int Most = 8;
    private const int Steps = Most - Least + 1;

    // Ratios below this one, in nats, all say nearly the same.
    private const double Unspoken = -6;

    private readonly DamageModel _model;
    private readonly double[] _shares = [.. DamageFamily.All.Select(family => Math.Log(family.Share))];
    private readonly int[] _profileOf;
    private readonly double[] _mixtures;

    /// <summary>Initialises the bound for a table of swaps.</summary>
    public EvidenceBound(DamageModel model, SwapTable table)
    {
        _model = model;
        _profileOf = new int[table.Swaps.Length];
        var mixtures = new List<double>();
        // Most swaps of a large user dictionary are alike.
        var profiles = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int swap = 0; swap < _profileOf.Length; swap++)
        {
            string key = FormattableString.Invariant($"{table.Swaps[swap].Families}:{model.CapOf(swap):R}");
            if (!profiles.TryGetValue(key, out _profileOf[swap]))
            {
                profiles.Add(key, _profileOf[swap] = profiles.Count);
                AddMixtures(model, swap, mixtures);
            }
        }
        _mixtures = [.. mixtures];
    }

    /// <summary>Finds the most that a text can say for damage.</summary>
    /// <param name="counts">The words of the text.</param>
    /// <param name="logs">Receives, for each family, the logarithm of its share and all its swaps say.</param>
    public void Of(WordCounts counts, Span<double> logs)
    {
        _shares.CopyTo(logs);
        foreach (int swap in counts.Present)
        {
            ReadOnlySpan<double> most = MostOf(counts, swap);
            for (int f = 0; f < most.Length; f++) logs[f] += most[f];
        }
    }

    /// <summary>Tells whether <see cref="ScopeEvidence.LogRatio"/> may reach a threshold, in nats.</summary>
    /// <param name="logs">The numbers of <see cref="Of"/>.</param>
    /// <param name="threshold">The threshold.</param>
    public static bool Reaches(ReadOnlySpan<double> logs, double threshold)
    {
        // The sum lies between the largest and as many times the largest as there are: mostly one look decides.
        double most = logs[0];
        foreach (double log in logs) most = Math.Max(most, log);
        if (DamageModel.Calibrated(most) >= threshold) return true;
        return DamageModel.Calibrated(most + Math.Log(logs.Length)) >= threshold && DamageModel.Calibrated(ScopeEvidence.LogSum(logs)) >= threshold;
    }

    /// <summary>Puts what a swap really says in the place of the most that it can say.</summary>
    /// <param name="counts">The words of the text.</param>
    /// <param name="swap">The swap.</param>
    /// <param name="logRatio">What it says, capped, in nats.</param>
    /// <param name="logs">The numbers of <see cref="Of"/>.</param>
    public void Replace(WordCounts counts, int swap, double logRatio, Span<double> logs)
    {
        ReadOnlySpan<double> most = MostOf(counts, swap);
        if (logRatio <= Unspoken)
        {
            // So near to the least that the table is as good.
            ReadOnlySpan<double> least = At(swap, logRatio);
            for (int f = 0; f < most.Length; f++) logs[f] += least[f] - most[f];
            return;
        }
        for (int f = 0; f < most.Length; f++) logs[f] += ScopeEvidence.LogMixture(_model.InForce(f, swap), logRatio) - most[f];
    }

    /// <summary>Finds the most that a swap can say to each family, in nats.</summary>
    public ReadOnlySpan<double> MostOf(WordCounts counts, int swap)
    {
        double ratio = (counts.DamagedOf(swap) * DamageModel.OccurrenceCap) - (counts.AliveOf(swap) * DamageModel.AlivePenalty);
        return At(swap, ratio);
    }

    private ReadOnlySpan<double> At(int swap, double logRatio)
    {
        int step = (int)Math.Clamp(Math.Ceiling(logRatio / Step), Least, Most) - Least;
        return _mixtures.AsSpan(((_profileOf[swap] * Steps) + step) * _shares.Length, _shares.Length);
    }

    private static void AddMixtures(DamageModel model, int swap, List<double> mixtures)
    {
        for (int step = Least; step <= Most; step++)
        {
            double ratio = step == Most ? model.CapOf(swap) : Math.Min(model.CapOf(swap), step * Step);
            for (int f = 0; f < DamageFamily.All.Count; f++)
                mixtures.Add(ScopeEvidence.LogMixture(model.InForce(f, swap), ratio));
        }
    }
}
