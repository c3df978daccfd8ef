namespace TextRepair.Cleaning;

/// <summary>Finds the marks of a sequence whose own place does not show them: they stand where the distance of the others puts them.</summary>
internal static class PageMarkGaps
{
    private const int Fewest = 4;

    /// <summary>Fills the gaps of a sequence and goes on at its ends.</summary>
    /// <param name="chain">The marks that are known, ascending.</param>
    /// <param name="candidates">All marks of the same form.</param>
    /// <returns>The marks with those added that stand alone where one is missing; the same list where distances differ.</returns>
    public static List<PageMark> Fill(List<PageMark> chain, List<PageMark> candidates)
    {
        if (chain.Count < Fewest || Pitch(chain) is not { } pitch) return chain;
        var known = new HashSet<int>(chain.Select(mark => mark.Number));
        var filled = new List<PageMark>(chain);
        foreach (IGrouping<int, PageMark> number in candidates.Where(mark => !known.Contains(mark.Number)).GroupBy(mark => mark.Number))
        {
            List<PageMark> fitting = [.. number.Where(mark => Fits(mark, chain, pitch))];
            if (fitting.Count == 1) filled.Add(fitting[0]);
        }
        filled.Sort((a, b) => a.Start.CompareTo(b.Start));
        return filled;
    }

    // Of pages and of chunks the lengths differ by a sixth or so.
    private static double? Pitch(List<PageMark> chain)
    {
        double pitch = (double)(chain[^1].Start - chain[0].Start) / Math.Max(1, chain[^1].Number - chain[0].Number);
        for (int i = 1; i < chain.Count; i++)
        {
            double own = (double)(chain[i].Start - chain[i - 1].Start) / Math.Max(1, chain[i].Number - chain[i - 1].Number);
            if (Math.Abs(own - pitch) * 3 > pitch) return null;
        }
        return pitch;
    }

    private static bool Fits(PageMark mark, List<PageMark> chain, double pitch)
    {
        int after = chain.FindIndex(other => other.Number > mark.Number), before = after < 0 ? chain.Count - 1 : after - 1;
        return (before < 0 || Fits(mark, chain[before], pitch)) && (after < 0 || Fits(mark, chain[after], pitch));
    }

    private static bool Fits(PageMark mark, PageMark other, double pitch)
    {
        int pages = mark.Number - other.Number;
        return Math.Abs(pages) <= 2 && Math.Abs(mark.Start - other.Start - (pages * pitch)) * 4 <= pitch;
    }
}
