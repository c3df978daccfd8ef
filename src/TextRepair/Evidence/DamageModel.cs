using TextRepair.Context;
using TextRepair.Matching;

namespace TextRepair.Evidence;

/// <summary>The numbers that turn counts and contexts into the probability of damage.</summary>
/// <remarks>Immutable.</remarks>
internal sealed class DamageModel
{
    /// <summary>The most that one occurrence may say for damage, in nats: as much as a swap may say at all.</summary>
    public const double OccurrenceCap = InForceCap;

    /// <summary>What each living original says against its swap, in nats: a swapper overlooks about one word in fifty.</summary>
    public const double AlivePenalty = 4;

    /// <summary>Above this, more evidence for a swap changes nothing.</summary>
    public const double InForceCap = 8;

    /// <summary>What contexts say for damage that are not modern Simplified Chinese, in nats: all but no.</summary>
    public const double ForeignLogRatio = -30;

    // On 224,000 clean documents and damaged copies, read by models that had not seen their source, sums bear out up to 6 nats
    // and understate the evidence beyond. Steeper sums serve lines, whose prior is learned from their file: with slopes of 1,
    // 1.25 and 1.5 F1 of a file of lines is 0.876, 0.903 and 0.911. For whole documents the prior makes up for it.
    private const double CalibrationSlope = 1.5;

    /// <summary>The cap of swaps that no training has measured.</summary>
    private const double UntrainedCap = 3;

    // A pair of characters that stands at most five times in 83 million characters stands in one text of 1,200 out of 14,000.
    private const float StrangeWord = 6;

    // Chosen for harm: by models trained on half of the sources, 67 wrong edits in 97 million clean characters of the other half.
    private const double UsualShare = 1.0 / 200;

    // Harm is counted by the character: a shorter text is taken to be damaged less often, in proportion.
    private const double UsualLength = 1200;

    private readonly double[][] _inForce;
    private readonly double[] _caps;
    private readonly float[] _wordScores;

    /// <summary>Initialises the model for a table of swaps.</summary>
    public DamageModel(SwapTable table, Expert?[] experts, Familiarity familiarity)
    {
        _wordScores = [.. table.SuspectOfSwap.Select((suspect, swap) => experts[swap] is null && familiarity.IsStrange(table.Suspects[suspect].Damaged) ? StrangeWord : 0)];
        _inForce = [.. DamageFamily.All.Select(family => table.Swaps.Select(swap => family.InForceOf(swap.Families)).ToArray())];
        _caps = [.. experts.Select((expert, swap) => expert?.Parameters.EvidenceCap ?? (_wordScores[swap] > 0 ? InForceCap : UntrainedCap))];
    }

    /// <summary>Gets the probability that a swap is in force in a document damaged by a family.</summary>
    public double InForce(int family, int swap) => _inForce[family][swap];

    /// <summary>Gets the most that a swap may say for damage, in nats.</summary>
    public double CapOf(int swap) => _caps[swap];

    /// <summary>Gets what the damaged word of a swap that was not trained says for the original by itself, whatever its context, in nats.</summary>
    public float WordScoreOf(int swap) => _wordScores[swap];

    /// <summary>Turns the sum of what all swaps say into a log-likelihood ratio that bears out on unseen sources, in nats.</summary>
    public static double Calibrated(double sum) => CalibrationSlope * sum;

    /// <summary>Gets the log-odds that a text of a source is damaged, before it is read.</summary>
    /// <param name="source">The source.</param>
    /// <param name="length">The length of the text, in UTF-16 code units.</param>
    public static double PriorLogOdds(TextSource source, int length) =>
        source == TextSource.Suspected ? Math.Log(0.5) : Math.Log(UsualShare * Math.Min(1, length / UsualLength));
}
