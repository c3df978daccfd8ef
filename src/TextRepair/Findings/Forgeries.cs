namespace TextRepair.Findings;

/// <summary>Decides which sums with a year in them cannot be right.</summary>
internal static class Forgeries
{
    private const int YearLength = 4;

    /// <summary>Reports sums that share the digits of one year.</summary>
    /// <remarks>One such sum may be true; several that all hold the same year were made by overwriting.</remarks>
    public static void Report(ReadOnlySpan<char> text, List<Forgery> forged, StageOutput output)
    {
        foreach (Forgery forgery in forged)
        {
            ReadOnlySpan<char> year = text.Slice(forgery.Start + forgery.Year, YearLength);
            if (forgery.Length == YearLength && CountSame(text, forged, year) < 2) continue;
            string figure = text.Slice(forgery.Start, forgery.Length).ToString();
            output.Findings.Add(new Finding(forgery.Start, forgery.Length, FindingKind.ImpossibleFigure,
                $"{figure} holds the year {year}, as figures do that were overwritten; expected another figure. What it was cannot be proved."));
        }
    }

    private static int CountSame(ReadOnlySpan<char> text, List<Forgery> forged, ReadOnlySpan<char> year)
    {
        int count = 0;
        foreach (Forgery other in forged)
            if (text.Slice(other.Start + other.Year, YearLength).SequenceEqual(year) && ++count == 2) break;
        return count;
    }
}
