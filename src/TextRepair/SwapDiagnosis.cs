namespace TextRepair;

/// <summary>Whether one swap is in force in a document.</summary>
/// <param name="Damaged">The word that is found.</param>
/// <param name="Original">The word it may stand for.</param>
/// <param name="Family">The family of swaps it belongs to.</param>
/// <param name="Probability">The probability that the swap is in force, given that the document is damaged; from 0 to 1.</param>
/// <param name="Evidence">What the swap says of the document, as a natural logarithm of a likelihood ratio: above 0 for damage, below 0 against.</param>
/// <param name="DamagedCount">How often the damaged word occurs.</param>
/// <param name="OriginalCount">How often the original is alive.</param>
/// <param name="Replaced">How often the damaged word was replaced.</param>
public sealed record SwapDiagnosis(
    string Damaged,
    string Original,
    string Family,
    double Probability,
    double Evidence,
    int DamagedCount,
    int OriginalCount,
    int Replaced);
