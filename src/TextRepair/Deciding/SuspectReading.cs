using TextRepair.Evidence;
using TextRepair.Matching;

namespace TextRepair.Deciding;

/// <summary>How far the places of one suspect have been read, and what they said. Used again and again; not thread-safe.</summary>
internal sealed class SuspectReading(SwapTable table)
{
    private readonly double[] _sums = new double[table.Suspects.Length == 0 ? 0 : table.Suspects.Max(suspect => suspect.Swaps.Length)];
    private Suspect? _suspect;

    /// <summary>Gets the suspect.</summary>
    public Suspect Suspect => _suspect!;

    /// <summary>Gets how many of its places have not been read.</summary>
    public int Left { get; private set; }

    /// <summary>Gets or sets how many of them the reader has been asked for.</summary>
    public int Added { get; set; }

    /// <summary>Gets or sets the number of the match to go on with.</summary>
    public int Next { get; set; }

    /// <summary>Begins with a suspect.</summary>
    public void Begin(Suspect suspect, WordCounts counts)
    {
        (_suspect, Left, Added, Next) = (suspect, counts.DamagedOf(suspect.FirstSwap), 0, 0);
        Array.Clear(_sums);
    }

    /// <summary>Takes in what its places of a batch say.</summary>
    /// <param name="reader">What has read the batch.</param>
    /// <param name="first">The first of its places in the batch.</param>
    /// <returns>The place behind them.</returns>
    public int Take(PlaceReader reader, int first)
    {
        for (; Added > 0; Added--, Left--, first++)
        {
            ReadOnlySpan<float> scores = reader[first].Scores;
            for (int k = 0; k < scores.Length; k++) _sums[k] += ScopeEvidence.SurpriseOf(scores[k]);
        }
        return first;
    }

    /// <summary>Gets the sum of what the places read say for a swap, in nats.</summary>
    public double SumOf(Swap swap) => _sums[swap.Index - Suspect.FirstSwap];
}
