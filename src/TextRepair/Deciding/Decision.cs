using System.Runtime.InteropServices;
using TextRepair.Context;
using TextRepair.Evidence;
using TextRepair.Matching;

namespace TextRepair.Deciding;

/// <summary>Decides every occurrence of a text, scope by scope, and settles overlaps at the end.</summary>
internal sealed class Decision(SwapTable table, Expert?[] experts, string text, double minimumConfidence, Func<string, int, int, string, string, double>? comparer)
{
    // So many occurrences weigh as much as what the language says: two of them do not overrule it.
    private const double ShareStrength = 1;
    private const double MostShift = 4;
    private const int ShareRounds = 12;

    private readonly List<Candidate> _candidates = [];
    private List<Candidate>? _chosen;

    /// <summary>Decides the occurrences of one scope.</summary>
    /// <param name="occurrences">The occurrences.</param>
    /// <param name="evidence">What they say together.</param>
    /// <param name="damaged">The probability that the scope is damaged.</param>
    public void Decide(OccurrenceList occurrences, ScopeEvidence evidence, double damaged)
    {
        if (damaged < minimumConfidence) return;
        _chosen = null;
        _candidates.EnsureCapacity(_candidates.Count + occurrences.Items.Count);
        Occurrence[] items = BySuspect(occurrences.Items);
        for (int first = 0, next; first < items.Length; first = next)
        {
            for (next = first + 1; next < items.Length && items[next].Suspect == items[first].Suspect;) next++;
            Decide(table.Suspects[items[first].Suspect], items.AsSpan(first, next - first), occurrences.Scores, evidence, damaged);
        }
    }

    /// <summary>Takes in the candidates of a source that are sure enough.</summary>
    public void Propose(ICandidateSource source, TextRepairOptions options)
    {
        var candidates = new List<Candidate>();
        source.FindCandidates(text, options, candidates);
        _chosen = null;
        _candidates.AddRange(candidates.Where(candidate => candidate.Confidence >= minimumConfidence));
    }

    /// <summary>Gets the candidates that are sure enough, the surest where some overlap, by start.</summary>
    public List<Candidate> Chosen() => _chosen ??= Choose();

    private List<Candidate> Choose()
    {
        ReadOnlySpan<Candidate> all = CollectionsMarshal.AsSpan(_candidates);
        // By start; those of one start as they came.
        long[] order = new long[all.Length];
        for (int i = 0; i < order.Length; i++) order[i] = ((long)all[i].Start << 32) | (uint)i;
        Array.Sort(order);
        var chosen = new List<Candidate>(all.Length);
        for (int first = 0, next; first < order.Length; first = next)
        {
            int end = all[(int)order[first]].End;
            for (next = first + 1; next < order.Length && HangsTogether(all[(int)order[first]], all[(int)order[next]], end); next++) end = Math.Max(end, all[(int)order[next]].End);
            if (next == first + 1) chosen.Add(all[(int)order[first]]);
            else AddSurest(order[first..next].Select(i => _candidates[(int)i]), chosen);
        }
        return chosen;
    }

    private static bool HangsTogether(in Candidate first, in Candidate next, int end) => next.Start < end || next.Start == first.Start;

    // Candidates that hang together, each touching another: most such groups are small.
    private static void AddSurest(IEnumerable<Candidate> group, List<Candidate> chosen)
    {
        var surest = new SortedList<int, Candidate>();
        foreach (Candidate candidate in group.OrderByDescending(c => c.LogOdds).ThenByDescending(c => c.Length).ThenBy(c => c.Start))
            if (!Overlaps(surest, candidate)) surest.Add(candidate.Start, candidate);
        chosen.AddRange(surest.Values);
    }

    // Suspect by suspect, each from left to right, as they come.
    private static Occurrence[] BySuspect(List<Occurrence> occurrences)
    {
        long[] keys = new long[occurrences.Count];
        for (int i = 0; i < keys.Length; i++) keys[i] = ((long)occurrences[i].Suspect << 32) | (uint)i;
        Array.Sort(keys);
        var items = new Occurrence[keys.Length];
        for (int i = 0; i < items.Length; i++) items[i] = occurrences[(int)keys[i]];
        return items;
    }

    private void Decide(Suspect suspect, ReadOnlySpan<Occurrence> occurrences, List<float> scores, ScopeEvidence evidence, double damaged)
    {
        Span<double> inForce = suspect.Swaps.Length <= 16 ? stackalloc double[suspect.Swaps.Length] : new double[suspect.Swaps.Length];
        double most = 0;
        for (int k = 0; k < inForce.Length; k++) most = Math.Max(most, inForce[k] = evidence.InForce[evidence.IndexOf(suspect.FirstSwap + k)]);
        if (damaged * most < minimumConfidence) return;
        double shift = ShareShift(suspect, occurrences, scores, inForce);
        foreach (Occurrence occurrence in occurrences) Propose(suspect, occurrence, scores, shift, damaged, inForce, evidence);
    }

    private static bool Overlaps(SortedList<int, Candidate> chosen, Candidate candidate)
    {
        // Only neighbours can overlap: chosen candidates are disjoint.
        int low = 0, high = chosen.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (chosen.Values[middle].Start < candidate.Start) low = middle + 1;
            else high = middle;
        }
        return (low > 0 && chosen.Values[low - 1].End > candidate.Start)
            || (low < chosen.Count && (chosen.Values[low].Start < candidate.End || chosen.Values[low].Start == candidate.Start));
    }

    private void Propose(
        Suspect suspect,
        Occurrence occurrence,
        List<float> scores,
        double shift,
        double damaged,
        ReadOnlySpan<double> inForce,
        ScopeEvidence evidence)
    {
        Span<double> allOdds = inForce.Length <= 16 ? stackalloc double[inForce.Length] : new double[inForce.Length];
        double all = 0;
        for (int k = 0; k < inForce.Length; k++) all += inForce[k] * (allOdds[k] = Math.Exp(scores[occurrence.FirstScore + k] + shift));
        for (int k = 0; k < inForce.Length; k++)
        {
            double odds = allOdds[k];
            // What is meant if this swap is in force; the others count as far as they are.
            double confidence = damaged * inForce[k] * odds / (1 + all + ((1 - inForce[k]) * odds));
            Swap swap = suspect.Swaps[k];
            double? language = Ask(suspect, swap, occurrence, confidence);
            if (language is { } nats) confidence = SecondOpinion.Weigh(confidence, nats);
            if (confidence < minimumConfidence) continue;
            var reason = new SubstitutionReason(damaged, inForce[k], scores[occurrence.FirstScore + k], language, evidence.Swaps[evidence.IndexOf(swap.Index)]);
            _candidates.Add(new Candidate(
                occurrence.Start,
                suspect.Damaged.Length,
                swap.Original,
                Math.Log(confidence / (1 - confidence)),
                EditKind.Substitution,
                swap.Rule,
                reason));
        }
    }

    // What the language model says, where it is asked. Not of swaps that were not trained: nothing was fitted to them.
    private double? Ask(Suspect suspect, Swap swap, Occurrence occurrence, double confidence) =>
        comparer is not null && experts[swap.Index] is not null && SecondOpinion.IsAskedAt(confidence, minimumConfidence)
            ? comparer(text, occurrence.Start, suspect.Damaged.Length, swap.Original, suspect.Damaged)
            : null;

    // How often the word is a disguise in this scope: prior shift by expectation maximisation (Saerens and others, 2002).
    private double ShareShift(Suspect suspect, ReadOnlySpan<Occurrence> occurrences, List<float> scores, ReadOnlySpan<double> inForce)
    {
        int count = 0;
        foreach (Occurrence occurrence in occurrences) count += occurrence.Repeated ? 0 : 1;
        if (count < 2) return 0;
        double priorOdds = 0;
        for (int k = 0; k < inForce.Length; k++) priorOdds += inForce[k] * Math.Exp(experts[suspect.FirstSwap + k]?.Parameters.PriorLogOdds ?? 0);
        double prior = Math.Clamp(priorOdds / (1 + priorOdds), 0.02, 0.98), share = prior;
        Span<double> odds = count <= 64 ? stackalloc double[count] : new double[count];
        odds.Clear();
        FindOdds(occurrences, scores, inForce, odds);
        for (int round = 0; round < ShareRounds; round++)
        {
            double sum = 0;
            foreach (double own in odds)
            {
                double shifted = own * share / (1 - share) * (1 - prior) / prior;
                sum += shifted / (1 + shifted);
            }
            double before = share;
            share = Math.Clamp((sum + (ShareStrength * prior)) / (count + ShareStrength), 0.01, 0.99);
            if (share == before) break;
        }
        return Math.Clamp(Math.Log(share / (1 - share)) - Math.Log(prior / (1 - prior)), -MostShift, MostShift);
    }

    // Of those that are no repetition, by the language alone.
    private static void FindOdds(ReadOnlySpan<Occurrence> occurrences, List<float> scores, ReadOnlySpan<double> inForce, Span<double> odds)
    {
        int next = 0;
        foreach (Occurrence occurrence in occurrences)
        {
            if (occurrence.Repeated) continue;
            for (int k = 0; k < inForce.Length; k++) odds[next] += inForce[k] * Math.Exp(scores[occurrence.FirstScore + k]);
            next++;
        }
    }
}
