using TextRepair.Anchoring;

namespace TextRepair.Findings;

/// <summary>Decides which figures with a year in them cannot be right.</summary>
internal static class Forgeries
{
    private const string Decade = "202";
    private const int YearLength = 4, LongestFigure = 6;
    private const int Years = 10, FirstYear = 2020, YearsBefore = 4, MostYears = 3;

    // What is counted or measured; what a year, a number of a document or a code stands before is not here.
    private const string Counted = "亿万元个名人户家亩吨项件次位套辆台部条所座多余米公平";

    /// <summary>Reports figures that share the digits of one year.</summary>
    /// <remarks>One such figure may be true; several different ones that all hold the same year were made by overwriting.</remarks>
    /// <param name="text">The text.</param>
    /// <param name="places">What stands behind years of the decade.</param>
    /// <param name="output">Receives the findings.</param>
    public static void Report(ReadOnlySpan<char> text, PlaceMask places, StageOutput output)
    {
        List<Forgery>? found = null;
        int done = 0;
        foreach (int place in places)
        {
            // 202023 holds one year.
            int start = place - YearLength;
            if (start < done) continue;
            done = start + Decade.Length;
            if (At(text, start) is { } forgery) (found ??= []).Add(forgery);
        }
        if (found is null) return;
        for (int year = 0; year < Years; year++) Report(text, found, year, output);
    }

    private static void Report(ReadOnlySpan<char> text, List<Forgery> found, int year, StageOutput output)
    {
        if (!IsOverwritten(text, found, year)) return;
        foreach (Forgery forgery in found)
        {
            if (forgery.Year != year) continue;
            string figure = text.Slice(forgery.Start, forgery.Length).ToString();
            output.Findings.Add(new Finding(forgery.Start, forgery.Length, FindingKind.ImpossibleFigure,
                $"{figure} holds the year {Decade}{year}, as other figures here do that were overwritten with it; expected another figure. What it was cannot be proved."));
        }
        ReportYears(text, year, output);
    }

    private static bool IsOverwritten(ReadOnlySpan<char> text, List<Forgery> found, int year)
    {
        Forgery? first = null;
        foreach (Forgery forgery in found)
        {
            if (forgery.Year != year) continue;
            if (forgery.IsImpossible) return true;
            first ??= forgery;
            if (!WithUnit(text, first.Value).SequenceEqual(WithUnit(text, forgery))) return true;
        }
        return false;
    }

    private static ReadOnlySpan<char> WithUnit(ReadOnlySpan<char> text, Forgery forgery) => text.Slice(forgery.Start, forgery.Length + 1);

    // Where 10亿 became 2023亿, 2010年 or 2015年 became 2023年. A document that speaks of the years before means what it says.
    private static void ReportYears(ReadOnlySpan<char> text, int year, StageOutput output)
    {
        for (int before = 1; before <= YearsBefore; before++)
            if (text.Contains($"{FirstYear + year - before}年", StringComparison.Ordinal)) return;
        string name = $"{Decade}{year}年";
        var places = new List<int>();
        for (int i = text.IndexOf(name); i >= 0;)
        {
            int end = i + name.Length;
            // A date has a month, and a document of that very year speaks of it again and again.
            if ((end < text.Length && char.IsAsciiDigit(text[end])) || places.Count == MostYears) return;
            if (i == 0 || !char.IsAsciiDigit(text[i - 1])) places.Add(i);
            int next = text[end..].IndexOf(name);
            i = next < 0 ? -1 : end + next;
        }
        foreach (int place in places)
            output.Findings.Add(new Finding(place, YearLength, FindingKind.ImpossibleFigure,
                $"Figures here were overwritten with {Decade}{year}; this year may be another one too. What it was cannot be proved."));
    }

    private static Forgery? At(ReadOnlySpan<char> text, int at)
    {
        int start = at, end = at;
        while (start > 0 && at - start < LongestFigure && char.IsAsciiDigit(text[start - 1])) start--;
        while (end < text.Length && end - at < LongestFigure && char.IsAsciiDigit(text[end])) end++;
        if (at + YearLength > end || end == text.Length || end - start > LongestFigure) return null;
        if (start > 0 && (text[start - 1] is '.' or ',' or '-' or '/' or ':' or '第' || char.IsAsciiLetter(text[start - 1]))) return null;
        bool isImpossible = text[end] is '日' or '月' or '时' && start > 0 && text[start - 1] is '月' or '年' or '日';
        isImpossible |= text[end] is '%' or '％';
        if (!isImpossible && !Counted.Contains(text[end], StringComparison.Ordinal)) return null;
        return new Forgery(start, end - start, text[at + Decade.Length] - '0', isImpossible);
    }
}
