using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using TextRepair.Evidence;
using TextRepair.Matching;

namespace TextRepair.Deciding;

/// <summary>How far the places of one suspect have been read, and what they said. Used again and again; not thread-safe.</summary>
internal sealed class SuspectReading(SwapTable table)
{
    private readonly double[] _sums = new double[table.Suspects.Length == 0 ? 0 : table.Suspects.Max(suspect => suspect.Swaps.Length)];
    private const ulong Seconds = 0xAAAA;

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

    /// <summary>Takes in what the first look at the next of its places says.</summary>
    public void Take(FirstReader reader)
    {
        for (int k = 0; k < Suspect.Swaps.Length; k++) _sums[k] += reader.SurpriseOf(Suspect.FirstSwap + k);
        Left--;
    }

    /// <summary>Goes on to the next of its places that was not read; there must be one.</summary>
    public void GoToNext(List<Match> matches)
    {
        // Eight matches at once; a match is two numbers, of which the second is its pattern.
        ReadOnlySpan<int> numbers = MemoryMarshal.Cast<Match, int>(CollectionsMarshal.AsSpan(matches));
        int pattern = Suspect.Pattern;
        var wanted = Vector512.Create(pattern);
        for (; (2 * Next) + Vector512<int>.Count <= numbers.Length; Next += Vector512<int>.Count / 2)
        {
            ulong found = Vector512.Equals(Vector512.Create(numbers[(2 * Next)..]), wanted).ExtractMostSignificantBits() & Seconds;
            if (found == 0) continue;
            Next += BitOperations.TrailingZeroCount(found) / 2;
            return;
        }
        while (numbers[(2 * Next) + 1] != pattern) Next++;
    }

    /// <summary>Gets the sum of what the places read say for a swap, in nats.</summary>
    public double SumOf(Swap swap) => _sums[swap.Index - Suspect.FirstSwap];
}
