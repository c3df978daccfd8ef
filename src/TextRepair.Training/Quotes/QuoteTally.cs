using System.Globalization;

namespace TextRepair.Training.Quotes;

/// <summary>Counts of simulated damage and its repair.</summary>
/// <param name="Wanted">How many places were damaged.</param>
/// <param name="Given">How many edits were made.</param>
/// <param name="Right">How many of them undo the damage of a place.</param>
internal readonly record struct QuoteTally(int Wanted, int Given, int Right)
{
    /// <summary>Adds two counts.</summary>
    public static QuoteTally operator +(QuoteTally a, QuoteTally b) => new(a.Wanted + b.Wanted, a.Given + b.Given, a.Right + b.Right);

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Wanted} places, {Given} edits, precision {(double)Right / Math.Max(1, Given):0.0000}, recall {(double)Right / Math.Max(1, Wanted):0.0000}");
}
