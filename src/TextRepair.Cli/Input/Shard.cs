using System.Globalization;

namespace TextRepair.Cli;

/// <summary>The part of the work that one job of several does: K of N.</summary>
/// <param name="Number">K, from 1.</param>
/// <param name="Count">N.</param>
internal readonly record struct Shard(int Number, int Count)
{
    /// <summary>Reads K/N, such as 3/16.</summary>
    public static Shard Parse(string? text)
    {
        if (text is null) return new Shard(1, 1);
        string[] parts = text.Split('/');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            && number >= 1 && number <= count
                ? new Shard(number, count)
                : throw new CliException($"--shard must be K/N with K from 1 to N, found \"{text}\".");
    }

    /// <summary>Whether this part has an item.</summary>
    /// <param name="index">The item, from 0.</param>
    public bool Has(long index) => index % Count == Number - 1;
}
