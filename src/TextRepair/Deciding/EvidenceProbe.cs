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
        if (bound.Of(counts, _logs) < threshold) return false;
        FindOrder(counts);
        double left = Math.Max(LeastPlaces, MostShare * matches.Count);
        int speaking = 0;
        foreach ((int count, _, int first) in _order)
        {
            left -= count;
            if (left < 0 || speaking == MostSpeaking) return true;
            if (Read(text, matches, counts, table.Suspects[table.SuspectOfSwap[first]])) speaking++;
            if (EvidenceBound.Sum(_logs) < threshold) return false;
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
            foreach (Swap original in suspect.Swaps) most += bound.MostOf(counts, original.Index)[0];
            _order.Add((counts.DamagedOf(swap), most, swap));
        }
        _order.Sort(static (a, b) => a.Count != b.Count ? a.Count.CompareTo(b.Count) : a.Most != b.Most ? b.Most.CompareTo(a.Most) : a.Swap.CompareTo(b.Swap));
    }

    private bool Read(string text, List<Match> matches, WordCounts counts, Suspect suspect)
    {
        ReadOnlySpan<Swap> swaps = suspect.Swaps;
        Span<double> sums = _sums.AsSpan(0, swaps.Length);
        sums.Clear();
        reader.BeginText(text);
        for (int place = 0, left = counts.DamagedOf(suspect.FirstSwap); left > 0; place++)
        {
            if (matches[place].Pattern != suspect.Pattern) continue;
            left--;
            reader.Read(matches, place);
            for (int k = 0; k < swaps.Length; k++) sums[k] += ScopeEvidence.SurpriseOf(reader.Score(swaps[k]));
        }
        bool speaks = false;
        for (int k = 0; k < swaps.Length; k++)
        {
            int swap = swaps[k].Index;
            double ratio = sums[k] - (DamageModel.AlivePenalty * counts.AliveOf(swap));
            bound.Replace(counts, swap, Math.Min(ratio, model.CapOf(swap)), _logs);
            speaks |= ratio > 1;
        }
        return speaks;
    }
}
