using System.Globalization;
using System.Text;

namespace TextRepair.Training.Quotes;

/// <summary>Counts what a repairer changes and reports in clean text, and shows every case.</summary>
internal static class HarmFigures
{
    private const int Around = 16;

    /// <summary>Repairs a sample of every source and lists the edits and findings.</summary>
    /// <param name="folder">The folder of the corpus.</param>
    /// <param name="mostOfASource">How many characters of each source to read.</param>
    /// <param name="options">The options of the repairer.</param>
    public static string Measure(string folder, int mostOfASource, TextRepairOptions options)
    {
        var repairer = new TextRepairer(options);
        var report = new StringBuilder();
        long characters = 0, edits = 0, findings = 0;
        foreach (IGrouping<string, CorpusText> source in Corpus.Read(folder, heldOut: null).GroupBy(text => text.Source))
        {
            long ofSource = 0;
            foreach (CorpusText text in source)
            {
                if (ofSource > mostOfASource) break;
                ofSource += text.Text.Length;
                RepairResult result = repairer.Repair(text.Text);
                edits += result.Edits.Count;
                findings += result.Findings.Count;
                foreach (TextEdit edit in result.Edits) Show(report, text, edit.Start, edit.End, $"{edit.Kind} {edit.Rule} {edit.Confidence:0.000} →{edit.Replacement}");
                foreach (Finding finding in result.Findings) Show(report, text, finding.Start, finding.Start + finding.Length, $"finding {finding.Kind}");
            }
            characters += ofSource;
        }
        report.AppendLine(CultureInfo.InvariantCulture, $"{characters} characters, {edits} edits ({1e6 * edits / characters:0.00} per million), {findings} findings ({1e6 * findings / characters:0.00} per million)");
        return report.ToString();
    }

    private static void Show(StringBuilder report, CorpusText text, int start, int end, string what)
    {
        string left = text.Text[Math.Max(0, start - Around)..start], right = text.Text[end..Math.Min(text.Text.Length, end + Around)];
        string line = $"{text.Source}\t{what}\t{left}[{text.Text[start..end]}]{right}\t{text.Id}@{start}";
        report.AppendLine(line.Replace("\r", "␍", StringComparison.Ordinal).Replace("\n", "⏎", StringComparison.Ordinal));
    }
}
