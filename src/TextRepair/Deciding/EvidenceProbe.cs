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
    private const int MostPlaces = 32;
    private const int MostSpeaking = 3;

    private readonly List<int> _order = [];
    private readonly List<int> _places = [];
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
        int spent = 0, speaking = 0;
        foreach (int first in _order)
        {
            spent += counts.DamagedOf(first);
            if (spent > MostPlaces || speaking == MostSpeaking) return true;
            if (Read(text, matches, counts, table.Suspects[table.SuspectOfSwap[first]])) speaking++;
            if (EvidenceBound.Sum(_logs) < threshold) return false;
        }
        return true;
    }

    // Suspects, each by its first swap, that stand there less often than others.
    private void FindOrder(WordCounts counts)
    {
        _order.Clear();
        foreach (int swap in counts.Present)
            if (counts.DamagedOf(swap) is > 0 and <= MostPlaces && table.Suspects[table.SuspectOfSwap[swap]].FirstSwap == swap) _order.Add(swap);
        _order.Sort((a, b) => counts.DamagedOf(a) != counts.DamagedOf(b) ? counts.DamagedOf(a).CompareTo(counts.DamagedOf(b)) : a.CompareTo(b));
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
