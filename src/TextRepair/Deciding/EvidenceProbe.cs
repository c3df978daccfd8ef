using System.Runtime.InteropServices;
using TextRepair.Evidence;
using TextRepair.Matching;

namespace TextRepair.Deciding;

/// <summary>Reads the contexts of a few words, the rarest of the text first, to show that the others need not be read.</summary>
/// <remarks>
/// Each word that was read replaces its part of the <see cref="EvidenceBound"/> by what it says at most: protected places
/// and repeated contexts still count. So "cannot be damaged" is as certain as if everything had been read. Used again and again; not thread-safe.
/// </remarks>
internal sealed class EvidenceProbe(SwapTable table, DamageModel model, EvidenceBound bound, PlaceReader reader)
{
    // What may be spent; and when it is plain that reading everything will be necessary.
    private const int LeastPlaces = 32;
    private const double MostShare = 0.25;
    private const int MostSpeaking = 3;

    // At this ratio a swap speaks so clearly against damage that no more of its places need be read.
    private const double Settled = -6;

    private readonly List<(int Count, double Most, int Swap)> _order = [];
    private readonly double[] _sums = new double[table.Suspects.Length == 0 ? 0 : table.Suspects.Max(suspect => suspect.Swaps.Length)];
    private readonly double[] _logs = new double[DamageFamily.All.Count];

    /// <summary>Tells whether the evidence of a text may reach a threshold.</summary>
    /// <param name="text">The text.</param>
    /// <param name="matches">Its matches.</param>
    /// <param name="counts">The same, counted.</param>
    /// <param name="threshold">The log-likelihood ratio that matters, in nats.</param>
    public bool MayReach(string text, List<Match> matches, WordCounts counts, double threshold)
    {
        bound.Of(counts, _logs);
        if (!EvidenceBound.Reaches(_logs, threshold)) return false;
        FindOrder(counts);
        double left = Math.Max(LeastPlaces, MostShare * matches.Count);
        int speaking = 0;
        foreach ((int count, _, int first) in _order)
        {
            left -= count;
            if (left < 0 || speaking == MostSpeaking) return true;
            if (Read(text, matches, counts, table.Suspects[table.SuspectOfSwap[first]])) speaking++;
            if (!EvidenceBound.Reaches(_logs, threshold)) return false;
        }
        return true;
    }

    // Suspects, each by its first swap: first those that take little reading, and of those the ones that can say much.
    private void FindOrder(WordCounts counts)
    {
        _order.Clear();
        foreach (int swap in counts.Present)
        {
            if (counts.DamagedOf(swap) == 0) continue;
            Suspect suspect = table.Suspects[table.SuspectOfSwap[swap]];
            if (suspect.FirstSwap != swap) continue;
            double most = 0;
            int alive = int.MaxValue;
            foreach (Swap original in suspect.Swaps)
            {
                most += bound.MostOf(counts, original.Index)[0];
                alive = Math.Min(alive, counts.AliveOf(original.Index));
            }
            _order.Add((ToBeRead(counts.DamagedOf(swap), alive), most, swap));
        }
        _order.Sort(static (a, b) => a.Count != b.Count ? a.Count.CompareTo(b.Count) : a.Most != b.Most ? b.Most.CompareTo(a.Most) : a.Swap.CompareTo(b.Swap));
    }

    // Living originals outweigh some places unread, whatever stands there.
    private static int ToBeRead(int damaged, int alive) =>
        Math.Max(0, damaged - (int)Math.Max(0, ((DamageModel.AlivePenalty * alive) + Settled) / DamageModel.OccurrenceCap));

    private bool Read(string text, List<Match> matches, WordCounts counts, Suspect suspect)
    {
        ReadOnlySpan<Swap> swaps = suspect.Swaps;
        Span<double> sums = _sums.AsSpan(0, swaps.Length);
        sums.Clear();
        reader.BeginText(text);
        ReadOnlySpan<Match> all = CollectionsMarshal.AsSpan(matches);
        int left = counts.DamagedOf(suspect.FirstSwap);
        for (int place = 0; left > 0; place++)
        {
            if (all[place].Pattern != suspect.Pattern) continue;
            if (IsSettled(counts, swaps, sums, left)) break;
            left--;
            reader.Read(matches, place);
            for (int k = 0; k < swaps.Length; k++) sums[k] += ScopeEvidence.SurpriseOf(reader.Score(swaps[k]));
        }
        bool speaks = false;
        for (int k = 0; k < swaps.Length; k++)
        {
            int swap = swaps[k].Index;
            double ratio = MostWith(counts, swap, sums[k], left);
            bound.Replace(counts, swap, Math.Min(ratio, model.CapOf(swap)), _logs);
            speaks |= ratio > 1;
        }
        return speaks;
    }

    private static bool IsSettled(WordCounts counts, ReadOnlySpan<Swap> swaps, ReadOnlySpan<double> sums, int left)
    {
        for (int k = 0; k < swaps.Length; k++)
            if (MostWith(counts, swaps[k].Index, sums[k], left) > Settled) return false;
        return true;
    }

    // What a swap can say at most when some places have said their sum and others are unread.
    private static double MostWith(WordCounts counts, int swap, double sum, int unread) =>
        sum + (unread * DamageModel.OccurrenceCap) - (DamageModel.AlivePenalty * counts.AliveOf(swap));
}
