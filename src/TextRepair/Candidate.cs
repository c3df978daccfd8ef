namespace TextRepair;

/// <summary>A replacement that may be right.</summary>
/// <param name="Start">Where the span starts, in UTF-16 code units.</param>
/// <param name="Length">How long the span is, in UTF-16 code units; 0 for an insertion.</param>
/// <param name="Replacement">The text to put there; empty for a deletion.</param>
/// <param name="LogOdds">The natural logarithm of the odds that it is right, all evidence weighed.</param>
/// <param name="Kind">The kind of damage.</param>
/// <param name="Rule">The rule behind it.</param>
/// <param name="Reason">What spoke for it; read only when somebody asks.</param>
public readonly record struct Candidate(int Start, int Length, string Replacement, double LogOdds, EditKind Kind, string Rule, object Reason)
{
    /// <summary>Gets where the span ends, exclusive.</summary>
    public int End => Start + Length;

    /// <summary>Gets the probability that the candidate is right, from 0 to 1.</summary>
    public double Confidence => 1 / (1 + Math.Exp(-LogOdds));
}
