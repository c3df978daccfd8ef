using TextRepair.Models;

namespace TextRepair.Cleaning;

/// <summary>Which marks a document uses after Han characters.</summary>
/// <param name="IsFullWidth">Whether commas and stops are mostly full-width ones.</param>
/// <param name="HasFullCommas">Whether commas are: at most one in four was read as a half-width one.</param>
/// <param name="HasFullStops">Whether stops are, likewise.</param>
/// <param name="HasHalfCommas">Whether at most one comma in four was read as a full-width one.</param>
/// <param name="SetsCommasApart">Whether it has commas after a space inside its lines.</param>
internal readonly record struct PunctuationStyle(bool IsFullWidth, bool HasFullCommas, bool HasFullStops, bool HasHalfCommas, bool SetsCommasApart)
{
    private const int Majority = 4;
    private const int FewestCommas = 4;
    private const int FewestApart = 2;

    /// <summary>Counts the marks of a document.</summary>
    public static PunctuationStyle Of(ReadOnlySpan<char> text)
    {
        int comma = text.Count('，'), stop = text.Count('。'), halfComma = 0, halfStop = 0, apart = 0;
        for (int i = 1; i < text.Length; i++)
        {
            if (text[i] == '，' && text[i - 1] == ' ' && i + 1 < text.Length && Characters.IsHan(text[i + 1])) apart++;
            if (text[i] is not (',' or '.') || !Characters.IsHan(text[i - 1])) continue;
            if (text[i] == ',') halfComma++;
            else halfStop++;
        }
        bool isFull = comma + stop > 0 && comma + stop >= halfComma + halfStop;
        return new PunctuationStyle(isFull, comma > 0 && comma >= Majority * halfComma, stop > 0 && stop >= Majority * halfStop, halfComma >= FewestCommas && halfComma >= Majority * comma, apart >= FewestApart);
    }
}
