using TextRepair.Context;
using TextRepair.Evidence;
using TextRepair.Matching;

namespace TextRepair.Deciding;

/// <summary>Decides every occurrence of a text, scope by scope, and settles overlaps at the end.</summary>
internal sealed class Decision(SwapTable table, Expert?[] experts, double minimumConfidence)
{
    // So many occurrences weigh as much as what the language says: two of them do not overrule it.
    private const double ShareStrength = 1.5;
    private const double MostShift = 2.5;
    private const int ShareRounds = 12;

    private readonly List<Candidate> _candidates = [];

    /// <summary>Names the rule of a swap.</summary>
    public static string RuleOf(string damaged, string original) => $"{damaged}→{original}";

    /// <summary>Decides the occurrences of one scope.</summary>
    /// <param name="occurrences">The occurrences.</param>
    /// <param name="evidence">What they say together.</param>
    /// <param name="damaged">The probability that the scope is damaged.</param>
    public void Decide(OccurrenceList occurrences, ScopeEvidence evidence, double damaged)
    {
        if (damaged < minimumConfidence) return;
        Dictionary<int, (SwapEvidence Evidence, double InForce)> swaps = evidence.Swaps.ToDictionary(s => s.Swap, s => (s, evidence.InForce(s)));
        foreach (IGrouping<int, Occurrence> group in occurrences.Items.GroupBy(o => o.Suspect))
        {
            Suspect suspect = table.Suspects[group.Key];
            double[] inForce = [.. suspect.Swaps.Select(swap => swaps[swap.Index].InForce)];
            if (damaged * inForce.Max() < minimumConfidence) continue;
            double shift = ShareShift(suspect, [.. group.Where(o => !o.Repeated)], occurrences.Scores, inForce);
            foreach (Occurrence occurrence in group)
                Propose(suspect, occurrence, occurrences.Scores, shift, damaged, inForce, swaps);
        }
    }

    /// <summary>Takes in the candidates of a source that are sure enough.</summary>
    public void Propose(ICandidateSource source, string text, TextRepairOptions options)
    {
        var candidates = new List<Candidate>();
        source.FindCandidates(text, options, candidates);
        _candidates.AddRange(candidates.Where(candidate => candidate.Confidence >= minimumConfidence));
    }

    /// <summary>Gets the candidates that are sure enough, the surest where some overlap, by start.</summary>
    public IReadOnlyList<Candidate> Chosen()
    {
        var chosen = new SortedList<int, Candidate>();
        foreach (Candidate candidate in _candidates.OrderByDescending(c => c.LogOdds).ThenByDescending(c => c.Length).ThenBy(c => c.Start))
            if (!Overlaps(chosen, candidate)) chosen.Add(candidate.Start, candidate);
        return [.. chosen.Values];
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
            || (low < chosen.Count && chosen.Values[low].Start < candidate.End);
    }

    private void Propose(
        Suspect suspect,
        Occurrence occurrence,
        List<float> scores,
        double shift,
        double damaged,
        double[] inForce,
        Dictionary<int, (SwapEvidence Evidence, double InForce)> swaps)
    {
        double all = 0;
        for (int k = 0; k < inForce.Length; k++) all += inForce[k] * Math.Exp(scores[occurrence.FirstScore + k] + shift);
        for (int k = 0; k < inForce.Length; k++)
        {
            double odds = Math.Exp(scores[occurrence.FirstScore + k] + shift);
            // What is meant if this swap is in force; the others count as far as they are.
            double confidence = damaged * inForce[k] * odds / (1 + all + ((1 - inForce[k]) * odds));
            if (confidence < minimumConfidence) continue;
            Swap swap = suspect.Swaps[k];
            var reason = new SubstitutionReason(damaged, inForce[k], scores[occurrence.FirstScore + k], swaps[swap.Index].Evidence);
            _candidates.Add(new Candidate(
                occurrence.Start,
                suspect.Damaged.Length,
                swap.Original,
                Math.Log(confidence / (1 - confidence)),
                EditKind.Substitution,
                RuleOf(suspect.Damaged, swap.Original),
                reason));
        }
    }

    // How often the word is a disguise in this scope: prior shift by expectation maximisation (Saerens and others, 2002).
    private double ShareShift(Suspect suspect, List<Occurrence> occurrences, List<float> scores, double[] inForce)
    {
        if (occurrences.Count < 2) return 0;
        double priorOdds = 0;
        for (int k = 0; k < inForce.Length; k++) priorOdds += inForce[k] * Math.Exp(experts[suspect.FirstSwap + k]?.Parameters.PriorLogOdds ?? 0);
        double prior = Math.Clamp(priorOdds / (1 + priorOdds), 0.02, 0.98), share = prior;
        for (int round = 0; round < ShareRounds; round++)
        {
            double sum = 0;
            foreach (Occurrence occurrence in occurrences)
            {
                double odds = 0;
                for (int k = 0; k < inForce.Length; k++) odds += inForce[k] * Math.Exp(scores[occurrence.FirstScore + k]);
                double shifted = odds * share / (1 - share) * (1 - prior) / prior;
                sum += shifted / (1 + shifted);
            }
            share = Math.Clamp((sum + (ShareStrength * prior)) / (occurrences.Count + ShareStrength), 0.01, 0.99);
        }
        return Math.Clamp(Math.Log(share / (1 - share)) - Math.Log(prior / (1 - prior)), -MostShift, MostShift);
    }
}
