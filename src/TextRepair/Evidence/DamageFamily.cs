namespace TextRepair.Evidence;

/// <summary>A kind of swapper: how often its documents are seen, and how probably it uses a swap.</summary>
/// <param name="Name">Its name in the dictionaries.</param>
/// <param name="Share">How many damaged documents are its work; shares of all families add up to 1.</param>
/// <param name="InForce">The probability that one of its own swaps is in force in a document of its making.</param>
internal sealed record DamageFamily(string Name, double Share, double InForce)
{
    /// <summary>The probability that a swap of no or another family is in force.</summary>
    public const double Foreign = 0.004;

    /// <summary>The probability that a reported variant of family A (A2) is in force in its documents.</summary>
    public const double Variant = 0.03;

    /// <summary>Gets all families.</summary>
    public static IReadOnlyList<DamageFamily> All { get; } =
    [
        // Most use all of the family's swaps, some half of them, some a few.
        new("A", 0.6, 0.85),
        new("A", 0.15, 0.5),
        new("A", 0.1, 0.3),
        new("S", 0.07, 0.3),
        new("R", 0.06, 0.4),
        new("B2", 0.02, 0.4),
    ];

    /// <summary>Gets the probability that a swap is in force in a document of this family.</summary>
    /// <param name="families">The families of the swap, separated by commas.</param>
    public double InForceOf(string families)
    {
        double best = Foreign;
        foreach (string family in families.Split(','))
        {
            if (family == Name) best = Math.Max(best, InForce);
            else if (family == Name + "2") best = Math.Max(best, Variant);
            else if (family == "user") best = Math.Max(best, 0.5);
        }
        return best;
    }
}
