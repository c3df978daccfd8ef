namespace TextRepair.Pairing;

/// <summary>Where a quote ends.</summary>
/// <param name="Place">The position the closing quote belongs to; -1 where it is not in reach.</param>
/// <param name="Probability">How probable that is, from 0 to 1.</param>
internal readonly record struct QuoteEnd(int Place, double Probability);
