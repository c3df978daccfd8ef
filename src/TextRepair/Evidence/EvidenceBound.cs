using System.Runtime.Intrinsics;
using TextRepair.Matching;

namespace TextRepair.Evidence;

/// <summary>The most that the words of a text can say for damage, whatever their contexts: known from counts alone.</summary>
/// <remarks>
/// Every number here is at least the one <see cref="ScopeEvidence"/> arrives at: an occurrence is taken to say
/// <see cref="DamageModel.OccurrenceCap"/>, and repeated contexts count again. What a swap says to each family is looked
/// up, by its log-likelihood ratio rounded upwards: one lane for a family, so that all are added at once. Immutable.
/// </remarks>
internal sealed class EvidenceBound
{
    // Ratios are told apart in steps, so many to a nat, from Least to Most nats: beyond, they all say nearly the same.
    private const int StepsPerNat = 8;
    private const int Least = -8;
    private const int Most = 8;
    private const int Steps = ((Most - Least) * StepsPerNat) + 1;

    private readonly Vector512<double> _shares;
    private readonly int[] _firstRow;
    private readonly int[] _cap;
    private readonly Vector512<double>[] _rows;

    /// <summary>Initialises the bound for a table of swaps.</summary>
    public EvidenceBound(DamageModel model, SwapTable table)
    {
        // There are fewer families than lanes; a lane without one weighs nothing.
        _shares = ByFamily(f => Math.Log(DamageFamily.All[f].Share), double.NegativeInfinity);
        _firstRow = new int[table.Swaps.Length];
        _cap = [.. table.Swaps.Select(swap => StepOf(model.CapOf(swap.Index)))];
        var byFamilies = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (Swap swap in table.Swaps)
        {
            byFamilies.TryAdd(swap.Families, byFamilies.Count * Steps);
            _firstRow[swap.Index] = byFamilies[swap.Families];
        }
        _rows = new Vector512<double>[byFamilies.Count * Steps];
        foreach (Swap swap in table.Swaps.DistinctBy(swap => swap.Families, StringComparer.Ordinal))
        {
            for (int step = 0; step < Steps; step++)
                _rows[_firstRow[swap.Index] + step] = ByFamily(f => ScopeEvidence.LogMixture(model.InForce(f, swap.Index), Least + ((double)step / StepsPerNat)), 0);
        }
    }

    /// <summary>Finds the most that a text can say for damage.</summary>
    /// <param name="counts">The words of the text.</param>
    /// <returns>For each family, the logarithm of its share and all its swaps say.</returns>
    public Vector512<double> Of(WordCounts counts)
    {
        Vector512<double> logs = _shares;
        foreach (int swap in counts.Present) logs += MostOf(counts, swap);
        return logs;
    }

    /// <summary>Finds the least that a text can say for damage: places that were not read say nothing.</summary>
    public Vector512<double> LeastOf(WordCounts counts)
    {
        Vector512<double> logs = _shares;
        foreach (int swap in counts.Present) logs += LeastOf(counts, swap);
        return logs;
    }

    /// <summary>Puts all that a swap may say in the place of the least that it can say.</summary>
    /// <param name="counts">The words of the text.</param>
    /// <param name="swap">The swap.</param>
    /// <param name="logs">The numbers of <see cref="LeastOf(WordCounts)"/>.</param>
    public void RaiseToCap(WordCounts counts, int swap, ref Vector512<double> logs) => logs += At(swap, Most) - LeastOf(counts, swap);

    /// <summary>Tells whether <see cref="ScopeEvidence.LogRatio"/> may reach a threshold, in nats.</summary>
    /// <param name="logs">The numbers of <see cref="Of"/>.</param>
    /// <param name="threshold">The threshold.</param>
    public static bool Reaches(Vector512<double> logs, double threshold)
    {
        // The sum lies between the largest and as many times the largest as there are: mostly one look decides.
        Vector256<double> four = Vector256.Max(logs.GetLower(), logs.GetUpper());
        Vector128<double> two = Vector128.Max(four.GetLower(), four.GetUpper());
        double most = Math.Max(two[0], two[1]);
        if (DamageModel.Calibrated(most) >= threshold) return true;
        if (DamageModel.Calibrated(most + Math.Log(DamageFamily.All.Count)) < threshold) return false;
        Span<double> all = stackalloc double[Vector512<double>.Count];
        logs.CopyTo(all);
        return DamageModel.Calibrated(ScopeEvidence.LogSum(all)) >= threshold;
    }

    /// <summary>Puts what a swap really says in the place of the most that it can say.</summary>
    /// <param name="counts">The words of the text.</param>
    /// <param name="swap">The swap.</param>
    /// <param name="logRatio">What it says, in nats.</param>
    /// <param name="logs">The numbers of <see cref="Of"/>.</param>
    public void Replace(WordCounts counts, int swap, double logRatio, ref Vector512<double> logs) =>
        logs += At(swap, logRatio) - MostOf(counts, swap);

    /// <summary>Finds the most that a swap can say to the first family, in nats.</summary>
    public double MostToFirst(WordCounts counts, int swap) => MostOf(counts, swap)[0];

    private Vector512<double> MostOf(WordCounts counts, int swap) =>
        At(swap, (counts.DamagedOf(swap) * DamageModel.OccurrenceCap) - (counts.AliveOf(swap) * DamageModel.AlivePenalty));

    private Vector512<double> LeastOf(WordCounts counts, int swap) => At(swap, -DamageModel.AlivePenalty * counts.AliveOf(swap));

    private Vector512<double> At(int swap, double logRatio) => _rows[_firstRow[swap] + Math.Min(StepOf(logRatio), _cap[swap])];

    private static int StepOf(double logRatio) => (int)Math.Ceiling((Math.Clamp(logRatio, Least, Most) - Least) * StepsPerNat);

    private static Vector512<double> ByFamily(Func<int, double> value, double none)
    {
        Span<double> lanes = stackalloc double[Vector512<double>.Count];
        lanes.Fill(none);
        for (int f = 0; f < DamageFamily.All.Count; f++) lanes[f] = value(f);
        return Vector512.Create((ReadOnlySpan<double>)lanes);
    }
}
