using TextRepair.Matching;

namespace TextRepair.Evidence;

/// <summary>Adds up what the occurrences of a scope say, swap by swap. Used again and again; not thread-safe.</summary>
internal sealed class EvidenceSums(SwapTable table)
{
    private readonly int[] _damaged = new int[table.Swaps.Length];
    private readonly int[] _alive = new int[table.Swaps.Length];
    private readonly double[] _sums = new double[table.Swaps.Length];
    private readonly List<int> _present = [];

    /// <summary>Finds the evidence of each swap that has any, in the order of their numbers.</summary>
    public EvidenceSum[] Of(OccurrenceList occurrences)
    {
        foreach (Occurrence occurrence in occurrences.Items)
        {
            Suspect suspect = table.Suspects[occurrence.Suspect];
            for (int k = 0; k < suspect.Swaps.Length; k++)
            {
                int swap = Touch(suspect.FirstSwap + k);
                _damaged[swap]++;
                if (!occurrence.Repeated) _sums[swap] += ScopeEvidence.SurpriseOf(occurrences.Scores[occurrence.FirstScore + k]);
            }
        }
        foreach (int swap in occurrences.Alive) _alive[Touch(swap)]++;
        return Take();
    }

    private int Touch(int swap)
    {
        if (_damaged[swap] + _alive[swap] == 0) _present.Add(swap);
        return swap;
    }

    private EvidenceSum[] Take()
    {
        _present.Sort();
        var evidence = new EvidenceSum[_present.Count];
        for (int i = 0; i < evidence.Length; i++)
        {
            int swap = _present[i];
            evidence[i] = new EvidenceSum(swap, _damaged[swap], _alive[swap], _sums[swap] - (DamageModel.AlivePenalty * _alive[swap]));
            (_damaged[swap], _alive[swap], _sums[swap]) = (0, 0, 0);
        }
        _present.Clear();
        return evidence;
    }
}
