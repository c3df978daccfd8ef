namespace TextRepair.Findings;

/// <summary>Finds years that a text reports on and cannot know: 2023年 in a report of 2012.</summary>
/// <remarks>
/// A report speaks again and again of its own year and those beside it. A year far beyond them is a plan, or a figure that was
/// overwritten: no sentence that plans is reported, and no date with its month, which is an event that others wrote down.
/// </remarks>
internal static class LateYears
{
    private const int YearLength = 4, FirstYear = 1980, LastYear = 2099, Years = LastYear - FirstYear + 1;
    private const int FewestOwn = 5, LeastShare = 7, OfShare = 10, Beyond = 4, MostLate = 3;

    private static readonly string[] Plans = ["到", "至", "力争", "预计", "预期", "规划", "目标", "将", "展望", "远景", "有望", "争取", "拟", "年前", "年底", "年末", "计划", "未来", "之前", "年起", "议程", "截止"];

    /// <summary>Reports the years.</summary>
    public static void Report(ReadOnlySpan<char> text, StageOutput output)
    {
        List<(int Start, int Year)> places = Find(text);
        if (places.Count < FewestOwn || OwnYear(places) is not { } own) return;
        int late = places.Count(place => place.Year >= own + Beyond);
        if (late is 0 or > MostLate) return;
        foreach ((int start, int year) in places)
        {
            if (year < own + Beyond || HasMonth(text, start) || IsPlan(SentenceAt(text, start))) continue;
            output.Findings.Add(new Finding(start, YearLength, FindingKind.ImpossibleFigure,
                $"{year} stands in a text that speaks of {own}, and not as a plan; expected a year that had begun by then. Which one it was cannot be proved."));
        }
    }

    private static List<(int Start, int Year)> Find(ReadOnlySpan<char> text)
    {
        var places = new List<(int, int)>();
        for (int i = text.IndexOf('年'); i >= 0;)
        {
            if (YearBefore(text, i) is { } year) places.Add((i - YearLength, year));
            int next = text[(i + 1)..].IndexOf('年');
            i = next < 0 ? -1 : i + 1 + next;
        }
        return places;
    }

    private static int? YearBefore(ReadOnlySpan<char> text, int end)
    {
        if (end < YearLength || (end > YearLength && char.IsAsciiDigit(text[end - YearLength - 1]))) return null;
        int year = 0;
        for (int i = end - YearLength; i < end; i++)
        {
            if (!char.IsAsciiDigit(text[i])) return null;
            year = (10 * year) + (text[i] - '0');
        }
        return year is >= FirstYear and <= LastYear ? year : null;
    }

    // The year that is named most, where it and its neighbours are nearly all that is named.
    private static int? OwnYear(List<(int Start, int Year)> places)
    {
        Span<int> counts = stackalloc int[Years];
        foreach ((_, int year) in places) counts[year - FirstYear]++;
        int own = 0;
        for (int year = 1; year < Years; year++) if (counts[year] >= counts[own]) own = year;
        int near = counts[own] + (own > 0 ? counts[own - 1] : 0) + (own + 1 < Years ? counts[own + 1] : 0);
        return near >= FewestOwn && near * OfShare >= places.Count * LeastShare ? own + FirstYear : null;
    }

    private static ReadOnlySpan<char> SentenceAt(ReadOnlySpan<char> text, int place)
    {
        int start = text[..place].LastIndexOfAny("。；！？\n") + 1, length = text[place..].IndexOfAny("。；！？\n");
        return text[start..(length < 0 ? text.Length : place + length)];
    }

    private static bool IsPlan(ReadOnlySpan<char> sentence)
    {
        foreach (string plan in Plans) if (sentence.Contains(plan, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool HasMonth(ReadOnlySpan<char> text, int start)
    {
        int next = start + YearLength + 1;
        return next < text.Length && char.IsAsciiDigit(text[next]);
    }
}
