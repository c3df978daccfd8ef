using TextRepair.Context;
using TextRepair.Matching;

namespace TextRepair.Evidence;

/// <summary>The numbers that turn counts and contexts into the probability of damage.</summary>
/// <remarks>Immutable.</remarks>
internal sealed class DamageModel
{
    /// <summary>The most that one occurrence may say for damage, in nats: contexts are never surer than this out of their domain.</summary>
    public const double OccurrenceCap = 6;

    /// <summary>What each living original says against its swap, in nats: a swapper overlooks about one word in twenty.</summary>
    public const double AlivePenalty = 3;

    /// <summary>Above this, more evidence for a swap changes nothing.</summary>
    public const double InForceCap = 8;

    /// <summary>What contexts say for damage that are not modern Simplified Chinese, in nats: all but no.</summary>
    public const double ForeignLogRatio = -30;

    // Measured on 145,000 clean documents and damaged copies of some, by models that had not seen their sources: sums of
    // capped ratios understate the evidence by a fifth. (Between 4 and 6 lie 8 in 10,000 clean documents and 50 in 100 that
    // were damaged in one place: 6.4 nats, not 5.)
    private const double CalibrationSlope = 1.25;

    /// <summary>The cap of swaps that no training has measured.</summary>
    private const double UntrainedCap = 3;

    private readonly double[][] _inForce;
    private readonly double[] _caps;

    /// <summary>Initialises the model for a table of swaps.</summary>
    public DamageModel(SwapTable table, Expert?[] experts)
    {
        _inForce = [.. DamageFamily.All.Select(family => table.Swaps.Select(swap => family.InForceOf(swap.Families)).ToArray())];
        _caps = [.. experts.Select(expert => expert?.Parameters.EvidenceCap ?? UntrainedCap)];
    }

    /// <summary>Gets the probability that a swap is in force in a document damaged by a family.</summary>
    public double InForce(int family, int swap) => _inForce[family][swap];

    /// <summary>Gets the most that a swap may say for damage, in nats.</summary>
    public double CapOf(int swap) => _caps[swap];

    /// <summary>Turns the sum of what all swaps say into a log-likelihood ratio that bears out on unseen sources, in nats.</summary>
    public static double Calibrated(double sum) => CalibrationSlope * sum;

    /// <summary>Gets the log-odds that a text of a source is damaged, before it is read.</summary>
    public static double PriorLogOdds(TextSource source) => source == TextSource.Suspected ? Math.Log(0.5) : Math.Log(2e-3);
}
