using TextRepair.Anchoring;

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
    public static void Report(ReadOnlySpan<char> text, TextAnchors anchors, StageOutput output)
    {
        if (anchors.YearCount < FewestOwn || !AreFarApart(text, anchors.Years)) return;
        Span<int> counts = stackalloc int[Years];
        Count(text, anchors.Years, counts);
        if (OwnYear(counts) is not { } own || Sum(counts[Math.Min(Years, own + Beyond - FirstYear)..]) is 0 or > MostLate) return;
        foreach (int end in anchors.Years)
        {
            int start = end - YearLength, year = YearAt(text, start);
            if (year < own + Beyond || year > LastYear || HasMonth(text, start) || IsPlan(SentenceAt(text, start))) continue;
            output.Findings.Add(new Finding(start, YearLength, FindingKind.ImpossibleFigure,
                $"{year} stands in a text that speaks of {own}, and not as a plan; expected a year that had begun by then. Which one it was cannot be proved."));
        }
    }

    // Most texts speak of a few years in a row.
    private static bool AreFarApart(ReadOnlySpan<char> text, PlaceMask years)
    {
        int first = LastYear, last = FirstYear;
        foreach (int end in years)
            if (YearAt(text, end - YearLength) is >= FirstYear and <= LastYear and var year) (first, last) = (Math.Min(first, year), Math.Max(last, year));
        return last >= first + Beyond;
    }

    private static void Count(ReadOnlySpan<char> text, PlaceMask years, Span<int> counts)
    {
        counts.Clear();
        foreach (int end in years)
            if (YearAt(text, end - YearLength) is >= FirstYear and <= LastYear and var year) counts[year - FirstYear]++;
    }

    private static int YearAt(ReadOnlySpan<char> text, int start)
    {
        int year = 0;
        foreach (char digit in text.Slice(start, YearLength)) year = (10 * year) + (digit - '0');
        return year;
    }

    // The year that is named most, where it and its neighbours are nearly all that is named.
    private static int? OwnYear(ReadOnlySpan<int> counts)
    {
        int own = 0;
        for (int year = 1; year < Years; year++) if (counts[year] >= counts[own]) own = year;
        int near = counts[own] + (own > 0 ? counts[own - 1] : 0) + (own + 1 < Years ? counts[own + 1] : 0);
        return near >= FewestOwn && near * OfShare >= Sum(counts) * LeastShare ? own + FirstYear : null;
    }

    private static int Sum(ReadOnlySpan<int> counts)
    {
        int sum = 0;
        foreach (int count in counts) sum += count;
        return sum;
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
