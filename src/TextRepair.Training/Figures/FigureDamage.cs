using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TextRepair.Training.Figures;

/// <summary>Deletes and overwrites figures as document-sharing sites do; the same text gives the same damage.</summary>
internal static partial class FigureDamage
{
    private const int FewestYears = 5, YearsMoved = 10;
    private const string Overwritten = "10", Year = "2023";

    /// <summary>Deletes figures: 增长3.5% becomes 增长%.</summary>
    /// <param name="text">A clean text.</param>
    /// <param name="all">Whether to delete whole numbers too, or only those with a decimal point.</param>
    /// <returns>The damaged text, and where in it a figure is gone.</returns>
    public static (string Text, List<int> Gaps) Delete(string text, bool all)
    {
        var damaged = new StringBuilder(text.Length);
        var gaps = new List<int>();
        int done = 0;
        foreach (Match figure in Counted().Matches(text))
        {
            if (!all && !figure.Value.Contains('.', StringComparison.Ordinal)) continue;
            damaged.Append(text, done, figure.Index - done);
            gaps.Add(damaged.Length);
            done = figure.Index + figure.Length;
        }
        return (damaged.Append(text, done, text.Length - done).ToString(), gaps);
    }

    /// <summary>Overwrites part of figures by a year: 110亿元 becomes 12023亿元.</summary>
    /// <returns>The damaged text, and where in it a figure was overwritten.</returns>
    public static (string Text, List<int> Starts) Forge(string text)
    {
        var damaged = new StringBuilder(text.Length);
        var starts = new List<int>();
        int done = 0;
        foreach (Match figure in Whole().Matches(text))
        {
            int at = figure.Value.IndexOf(Overwritten, StringComparison.Ordinal);
            if (at < 0) continue;
            damaged.Append(text, done, figure.Index - done);
            starts.Add(damaged.Length);
            damaged.Append(figure.Value.AsSpan(0, at)).Append(Year).Append(figure.Value.AsSpan(at + Overwritten.Length));
            done = figure.Index + figure.Length;
        }
        return (damaged.Append(text, done, text.Length - done).ToString(), starts);
    }

    /// <summary>Overwrites one year, drawn by name, of those that a text names most: 2012年 becomes 2022年.</summary>
    /// <returns>The damaged text, and where in it the year is; no place where no year is named five times.</returns>
    public static (string Text, List<int> Starts) MoveYear(string text, string name)
    {
        IGrouping<string, Match>? own = Year4().Matches(text).GroupBy(match => match.Value, StringComparer.Ordinal).MaxBy(year => year.Count());
        if (own is null || own.Count() < FewestYears) return (text, []);
        int start = own.ElementAt((int)(Draw.Of(name) * own.Count())).Index;
        int moved = int.Parse(own.Key, CultureInfo.InvariantCulture) + YearsMoved;
        return ($"{text.AsSpan(0, start)}{moved}{text.AsSpan(start + own.Key.Length)}", [start]);
    }

    [GeneratedRegex(@"(?<![0-9])(?:19|20)[0-9]{2}(?=年)", RegexOptions.CultureInvariant)]
    private static partial Regex Year4();

    [GeneratedRegex(@"(?<![0-9A-Za-z.,\-])[0-9]+(,[0-9]{3})*(\.[0-9]+)?(?=\s?[%％℃\u4e00-\u9fff])(?!\s?[年月日时])|(?<![0-9A-Za-z.,\-])[0-9]+\.[0-9]+(?=[、和与及至])", RegexOptions.CultureInvariant)]
    private static partial Regex Counted();

    [GeneratedRegex(@"(?<![0-9A-Za-z.,\-/:])[0-9]{2,4}(?=[亿万个名人户家亩吨项件次位套辆台部条所座多余月日%元])", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
