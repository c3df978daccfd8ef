namespace TextRepair.Deciding;

/// <summary>Weighs places anew that contexts leave undecided, with what a language model says of the two words.</summary>
/// <remarks>
/// Contexts are read by models that were taught these words, with every known word in its disguise; the language model has read text as
/// it is. Whatever contexts decide stays as it is, and documents are convicted by contexts alone.
/// </remarks>
internal static class SecondOpinion
{
    // Log-odds of −2.5: below, nothing that a language model says would be enough.
    private const double LeastConfidence = 0.076;

    // A logistic regression on the open places of documents damaged by simulation (all swaps in force, and half of them), by models
    // that had not seen the source. Either half of the sources gives nearly the same, and an offset of 0.09 or −0.11.
    private const double Own = 0.52, Language = 0.19;

    /// <summary>Tells whether a place is left undecided, and may yet be decided.</summary>
    /// <param name="confidence">The probability of the original.</param>
    /// <param name="minimumConfidence">The probability from which on it is put back.</param>
    public static bool IsAskedAt(double confidence, double minimumConfidence) => confidence > LeastConfidence && confidence < minimumConfidence;

    /// <summary>Weighs a place.</summary>
    /// <param name="confidence">The probability of the original without the language model.</param>
    /// <param name="language">How much likelier the original is than the suspect by the language model, in nats.</param>
    /// <returns>The probability of the original.</returns>
    public static double Weigh(double confidence, double language) =>
        1 / (1 + Math.Exp(-((Own * Math.Log(confidence / (1 - confidence))) + (Language * language))));
}
