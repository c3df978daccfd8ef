using System.Globalization;
using System.Net;
using System.Text;

namespace TextRepair.Corpus;

/// <summary>Draws a summary as one page that needs nothing from elsewhere.</summary>
internal static class SummaryPage
{
    private const int LongestList = 40;

    private const string Head = """
        <!DOCTYPE html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Corpus summary</title>
        <style>
        body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #222; background: #fff }
        table { border-collapse: collapse } td, th { padding: .15rem .8rem .15rem 0; text-align: left; font-weight: normal }
        td.n { text-align: right; font-variant-numeric: tabular-nums } h2 { font-size: 1.1rem; margin-top: 2rem }
        svg { display: block; max-width: 100%; height: auto } rect { fill: #3a6ea5 } text { font-size: 13px; fill: currentColor }
        @media (prefers-color-scheme: dark) { body { color: #ddd; background: #1b1b1b } rect { fill: #7aa7d6 } }
        </style>
        <h1>Corpus summary</h1>

        """;

    public static string Of(CorpusSummary summary)
    {
        CorpusCounts counts = summary.Counts;
        var page = new StringBuilder(Head.ReplaceLineEndings("\n"));
        Table(page, summary);
        Bars(page, "Edits made, by rule", Largest(counts.EditsByRule));
        Bars(page, "Edits made, by family of swaps", Largest(counts.EditsByFamily));
        Bars(page, "Edits made, by kind", Largest(counts.EditsByKind));
        Bars(page, "Edits recorded, by confidence", Tenths(counts.Confidence));
        Bars(page, "Documents, by probability of damage", Tenths(counts.Damage));
        Bars(page, "Findings, by kind", Largest(counts.FindingsByKind));
        Bars(page, "Rejected lines, by reason", Largest(counts.RejectsByReason));
        return page.Append("</html>\n").ToString();
    }

    private static void Table(StringBuilder page, CorpusSummary summary)
    {
        CorpusCounts counts = summary.Counts;
        page.Append("<table>\n");
        Row(page, "Shards done", Invariant($"{summary.ShardsDone:N0} of {summary.Shards:N0}"));
        Row(page, "Documents", Invariant($"{counts.Documents:N0}"));
        Row(page, "Characters (UTF-16)", Invariant($"{counts.Characters:N0}"));
        Row(page, "Documents changed", Invariant($"{counts.ChangedDocuments:N0} ({summary.ChangedShare:P2})"));
        Row(page, "Edits made", Invariant($"{counts.Edits:N0} ({summary.EditsPerMillionCharacters:N1} per million characters)"));
        Row(page, "Edits recorded, not made", Invariant($"{counts.EditsNotMade:N0}"));
        Row(page, "Lines rejected", Invariant($"{summary.Rejects:N0} of {counts.Lines:N0}"));
        page.Append("</table>\n");
    }

    private static void Row(StringBuilder page, string name, string value) =>
        page.Append(CultureInfo.InvariantCulture, $"<tr><th>{name}</th><td class=\"n\">{value}</td></tr>\n");

    private static void Bars(StringBuilder page, string title, List<(string Name, long Count)> bars)
    {
        if (bars.Count == 0 || bars.TrueForAll(bar => bar.Count == 0)) return;
        const int Step = 22, Names = 190, Widest = 480;
        double scale = (double)Widest / bars.Max(bar => bar.Count);
        page.Append(CultureInfo.InvariantCulture, $"<h2>{title}</h2>\n<svg viewBox=\"0 0 800 {(bars.Count * Step) + 4}\" width=\"800\" role=\"img\" aria-label=\"{title}\">\n");
        for (int i = 0; i < bars.Count; i++)
        {
            (string name, long count) = bars[i];
            int y = i * Step;
            double width = Math.Max(1, count * scale);
            page.Append(CultureInfo.InvariantCulture, $"<text x=\"{Names - 10}\" y=\"{y + 15}\" text-anchor=\"end\">{WebUtility.HtmlEncode(name)}</text>");
            page.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Names}\" y=\"{y + 3}\" width=\"{width:0.#}\" height=\"{Step - 6}\"/>");
            page.Append(CultureInfo.InvariantCulture, $"<text x=\"{Names + width + 8:0.#}\" y=\"{y + 15}\">{count:N0}</text>\n");
        }
        page.Append("</svg>\n");
    }

    private static List<(string Name, long Count)> Largest(SortedDictionary<string, long> counts)
    {
        List<(string Name, long Count)> sorted = [.. counts.Select(pair => (pair.Key, pair.Value)).OrderByDescending(pair => pair.Value)];
        if (sorted.Count <= LongestList) return sorted;
        return [.. sorted.Take(LongestList), (Invariant($"{sorted.Count - LongestList} others"), sorted.Skip(LongestList).Sum(pair => pair.Count))];
    }

    private static List<(string Name, long Count)> Tenths(long[] bins) =>
        [.. bins.Select((count, i) => (Invariant($"{i / 10.0:0.0} to {(i + 1) / 10.0:0.0}"), count))];

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
