using TextRepair.Training.Swaps;

namespace TextRepair.Training.Figures;

/// <summary>Measures findings on held-out documents whose figures were deleted or overwritten, whose end was cut off, or whose words were swapped, by simulation.</summary>
public static class FindingFigures
{
    private const int ShortestCut = 1000;

    /// <summary>Damages the held-out documents and writes precision and recall, by place and by document.</summary>
    /// <param name="corpusFolder">A folder of gzip JSON lines, <c>*.jsonl.gz</c>, with <c>id</c> and <c>text</c>.</param>
    /// <param name="options">The options to measure.</param>
    /// <param name="output">Receives the figures.</param>
    /// <exception cref="FileNotFoundException">The folder holds no corpus files.</exception>
    public static void Write(string corpusFolder, TextRepairOptions options, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var repairer = new TextRepairer(options);
        FindingScore decimals = new("decimals deleted"), all = new("all figures deleted"), forged = new("10 became 2023"), years = new("a year became ten years later"), ends = new("cut off in mid sentence");
        var swaps = new UnknownSwapFigures();
        foreach (CorpusDocument document in Corpus.Read(corpusFolder).Where(document => document.Share < ModelTrainer.HeldOutShares))
        {
            Measure(repairer, FigureDamage.Delete(document.Text, all: false), FindingKind.MissingFigure, decimals);
            Measure(repairer, FigureDamage.Delete(document.Text, all: true), FindingKind.MissingFigure, all);
            Measure(repairer, FigureDamage.Forge(document.Text), FindingKind.ImpossibleFigure, forged);
            Measure(repairer, FigureDamage.MoveYear(document.Text, document.Id), FindingKind.ImpossibleFigure, years);
            swaps.Add(document);
            if (CutOff(document) is { } cut) Measure(repairer, (document.Text[..cut], [cut]), FindingKind.TruncatedEnd, ends);
        }
        foreach (FindingScore score in (FindingScore[])[decimals, all, forged, years, ends]) output.WriteLine(score);
        output.WriteLine(swaps);
    }

    // In the last half, in mid sentence.
    private static int? CutOff(CorpusDocument document) =>
        document.Text.Length >= ShortestCut ? EndTrainer.CutOf(document.Text, document.Text.Length / 2, document.Text.Length, document.Id) : null;

    private static void Measure(TextRepairer repairer, (string Text, List<int> Places) damaged, FindingKind kind, FindingScore score)
    {
        if (damaged.Places.Count == 0) return;
        IEnumerable<int> found = repairer.Repair(damaged.Text).Findings.Where(finding => finding.Kind == kind).Select(finding => finding.Start);
        score.Add(damaged.Places.ToHashSet(), [.. found]);
    }
}
