using System.Globalization;

namespace TextRepair.Training;

/// <summary>Measures what a repairer changes and reports in clean text: all kinds of edit and of finding, by source.</summary>
public static class HarmFigures
{
    private const int Around = 16;

    /// <summary>Repairs the held-out documents of a corpus; writes every case, then a table by kind and one by source.</summary>
    /// <param name="corpusFolder">A folder of gzip JSON lines, <c>*.jsonl.gz</c>, with <c>id</c> and <c>text</c>.</param>
    /// <param name="options">The options to measure.</param>
    /// <param name="output">Receives the figures.</param>
    /// <exception cref="FileNotFoundException">The folder holds no corpus files.</exception>
    public static void Write(string corpusFolder, TextRepairOptions options, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var repairer = new TextRepairer(options);
        var sources = new SortedDictionary<string, HarmCount>(StringComparer.Ordinal);
        var kinds = new SortedDictionary<string, HarmCount>(StringComparer.Ordinal);
        var all = new HarmCount();
        foreach (CorpusDocument document in Corpus.Read(corpusFolder).Where(document => document.Share < ModelTrainer.HeldOutShares))
        {
            List<string> seen = Show(document, repairer.Repair(document.Text), output);
            Count(sources, document.Source).Add(document.Text.Length, seen.Count);
            all.Add(document.Text.Length, seen.Count);
            foreach (IGrouping<string, string> kind in seen.GroupBy(name => name)) Count(kinds, kind.Key).Add(0, kind.Count());
        }
        output.WriteLine(Row("source or kind", "characters", "documents", "with cases", "cases", "a million"));
        foreach ((string name, HarmCount count) in sources) Write(name, count, count.Characters, output);
        foreach ((string name, HarmCount count) in kinds) Write(name, count, all.Characters, output);
        Write("all", all, all.Characters, output);
    }

    private static List<string> Show(CorpusDocument document, RepairResult result, TextWriter output)
    {
        var seen = new List<string>();
        foreach (TextEdit edit in result.Edits) Show(document, edit.Start, edit.End, $"edit {edit.Kind}", $"→{edit.Replacement}", seen, output);
        foreach (Finding finding in result.Findings) Show(document, finding.Start, finding.Start + finding.Length, $"finding {finding.Kind}", "", seen, output);
        return seen;
    }

    private static void Show(CorpusDocument document, int start, int end, string kind, string replacement, List<string> seen, TextWriter output)
    {
        seen.Add(kind);
        string left = document.Text[Math.Max(0, start - Around)..start], right = document.Text[end..Math.Min(document.Text.Length, end + Around)];
        output.WriteLine($"{document.Source}\t{kind}\t{left}[{document.Text[start..end]}{replacement}]{right}\t{document.Id}@{start}".ReplaceLineEndings("⏎"));
    }

    private static HarmCount Count(SortedDictionary<string, HarmCount> counts, string name)
    {
        if (!counts.TryGetValue(name, out HarmCount? count)) counts.Add(name, count = new HarmCount());
        return count;
    }

    private static void Write(string name, HarmCount count, long characters, TextWriter output) =>
        output.WriteLine(Row(name, count.Characters, count.Documents, count.DocumentsWithCases, count.Cases, Math.Round(1e6 * count.Cases / Math.Max(1, characters), 2)));

    private static string Row(params object[] cells) =>
        string.Create(CultureInfo.InvariantCulture, $"{cells[0],-30}{cells[1],12}{cells[2],12}{cells[3],12}{cells[4],8}{cells[5],11}");
}
