using System.Globalization;

namespace TextRepair.Corpus;

/// <summary>One process's part of the work: every <paramref name="Of"/>-th shard of a plan, or line of a file, beginning with number <paramref name="Number"/>.</summary>
/// <param name="Number">Which part, from 1.</param>
/// <param name="Of">How many parts there are.</param>
/// <remarks>Parts are disjoint and together hold every shard, as long as all processes see the same input files.</remarks>
public readonly record struct ShardSelection(int Number, int Of)
{
    /// <summary>Gets the selection of every shard.</summary>
    public static ShardSelection All { get; } = new(1, 1);

    /// <summary>Reads <c>K/N</c>, K from 1 to N.</summary>
    /// <param name="text">What to read.</param>
    /// <param name="selection">The selection, where the text was one.</param>
    public static bool TryParse(string? text, out ShardSelection selection)
    {
        selection = All;
        string[] parts = (text ?? "").Split('/');
        if (parts.Length != 2 || !TryRead(parts[0], out int number) || !TryRead(parts[1], out int of)) return false;
        selection = new(number, of);
        return number >= 1 && number <= of;
    }

    /// <summary>Tells whether a shard or line belongs to this part.</summary>
    /// <param name="index">Its place in the plan or file, from 0.</param>
    public bool Contains(long index) => index % Of == Number - 1;

    private static bool TryRead(string text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
