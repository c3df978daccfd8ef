namespace TextRepair;

/// <summary>What the evidence of the whole document says.</summary>
/// <param name="DamageProbability">The probability that words were swapped in this document, from 0.5 to 1, or 0 for anything lower; the highest one where a text has several scopes.</param>
/// <param name="Swaps">The swaps whose damaged word occurs, most evident first. Empty where the text is more probably clean than damaged.</param>
public sealed record Diagnosis(double DamageProbability, IReadOnlyList<SwapDiagnosis> Swaps)
{
    /// <summary>Gets the diagnosis of a text that shows no sign of damage.</summary>
    public static Diagnosis Clean { get; } = new(0, []);
}
