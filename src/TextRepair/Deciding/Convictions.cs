using System.Runtime.Intrinsics;
using TextRepair.Evidence;
using TextRepair.Matching;

namespace TextRepair.Deciding;

/// <summary>Knows when enough places were read in full to show that a swap is in force, and that the text is damaged. Used again and again; not thread-safe.</summary>
internal sealed class Convictions(SwapTable table, DamageModel model, EvidenceBound bound)
{
    // A swap that says so many nats is in force, whatever else stands in the text.
    private const double Convicted = 5;

    // At these log-odds the text is damaged, whatever the places say that were not read in full.
    private const double Sure = 7;

    private readonly double[] _said = new double[table.Swaps.Length];
    private readonly bool[] _convicted = new bool[table.Suspects.Length];
    private readonly List<Suspect> _heard = [];
    private Vector512<double> _logs;
    private double _threshold;
    private bool _isSure;

    /// <summary>Begins with another scope.</summary>
    /// <param name="counts">The words of the text.</param>
    /// <param name="prior">The log-odds of damage before anything is read; negative infinity where the scope is not the text.</param>
    public void BeginScope(WordCounts counts, double prior)
    {
        foreach (Suspect suspect in _heard)
        {
            _said.AsSpan(suspect.FirstSwap, suspect.Swaps.Length).Clear();
            _convicted[suspect.Index] = false;
        }
        _heard.Clear();
        (_threshold, _isSure) = (Sure - prior, false);
        // Of a scope that is not the text nothing is ever sure.
        if (double.IsFinite(prior)) _logs = bound.LeastOf(counts);
    }

    /// <summary>Tells whether enough was read: more places of a suspect would make nothing surer than it is.</summary>
    public bool Has(int suspect) => _isSure || _convicted[suspect];

    /// <summary>Takes in what a place says.</summary>
    /// <param name="place">The place, scored.</param>
    /// <param name="counts">The words of the text.</param>
    public void Add(ReadPlace place, WordCounts counts)
    {
        Suspect suspect = place.Suspect;
        if (Has(suspect.Index)) return;
        _heard.Add(suspect);
        for (int k = 0; k < suspect.Swaps.Length; k++)
        {
            int swap = suspect.FirstSwap + k;
            _said[swap] += ScopeEvidence.SurpriseOf(place.Scores[k]);
            if (_said[swap] - (DamageModel.AlivePenalty * counts.AliveOf(swap)) < Math.Max(Convicted, model.CapOf(swap))) continue;
            _convicted[suspect.Index] = true;
            bound.RaiseToCap(counts, swap, ref _logs);
        }
        if (_convicted[suspect.Index]) _isSure = EvidenceBound.Reaches(_logs, _threshold);
    }
}
