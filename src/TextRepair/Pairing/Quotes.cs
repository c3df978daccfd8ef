using System.Buffers;

namespace TextRepair.Pairing;

/// <summary>The quotes this stage mends.</summary>
internal static class Quotes
{
    /// <summary>Opening and closing double quotes of running text.</summary>
    public const char Open = '“', Close = '”';

    /// <summary>Gets where a quote that is open cannot reach beyond: the next quote and the end of the line.</summary>
    public static SearchValues<char> Stops { get; } = SearchValues.Create("“”〝〞\n\r");

    /// <summary>Tells whether a character opens a quote.</summary>
    public static bool IsOpening(char c) => c is '“' or '〝';
}
