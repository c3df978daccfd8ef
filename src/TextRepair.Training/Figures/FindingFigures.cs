using TextRepair.Training.Swaps;

namespace TextRepair.Training.Figures;

/// <summary>Measures findings on held-out documents whose figures were deleted or overwritten, whose end was cut off, whose words were swapped or hidden, or which were read in the wrong encoding, by simulation.</summary>
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
        FindingScore privateUse = new("signs of a font's own"), masks = new("years and names hidden"), lost = new("锟斤拷 for passages");
        FindingScore[] wrongly = [.. EncodingDamage.Ways.Select(way => new FindingScore(way.Name))];
        var swaps = new UnknownSwapFigures();
        foreach (CorpusDocument document in Corpus.Read(corpusFolder).Where(document => document.Share < ModelTrainer.HeldOutShares))
        {
            Measure(repairer, FigureDamage.Delete(document.Text, all: false), FindingKind.MissingFigure, decimals);
            Measure(repairer, FigureDamage.Delete(document.Text, all: true), FindingKind.MissingFigure, all);
            Measure(repairer, FigureDamage.Forge(document.Text), FindingKind.ImpossibleFigure, forged);
            Measure(repairer, FigureDamage.MoveYear(document.Text, document.Id), FindingKind.ImpossibleFigure, years);
            for (int i = 0; i < wrongly.Length; i++) Measure(repairer, EncodingDamage.ReadWrongly(document.Text, document.Id, EncodingDamage.Ways[i].Written, EncodingDamage.Ways[i].Read), FindingKind.Mojibake, wrongly[i]);
            Measure(repairer, EncodingDamage.Lose(document.Text, document.Id), FindingKind.Mojibake, lost);
            Measure(repairer, EncodingDamage.UsePrivate(document.Text, document.Id), FindingKind.Mojibake, privateUse);
            Measure(repairer, EncodingDamage.Mask(document.Text, document.Id), FindingKind.Mask, masks);
            swaps.Add(document);
            if (CutOff(document) is { } cut) Measure(repairer, (document.Text[..cut], [cut]), FindingKind.TruncatedEnd, ends);
        }
        foreach (FindingScore score in (FindingScore[])[decimals, all, forged, years, ends, .. wrongly, lost, privateUse, masks]) output.WriteLine(score);
        output.WriteLine(swaps);
    }

    // In the last half, in mid sentence.
    private static int? CutOff(CorpusDocument document) =>
        document.Text.Length >= ShortestCut ? EndTrainer.CutOf(document.Text, document.Text.Length / 2, document.Text.Length, document.Id) : null;

    // What was found anywhere in a damaged stretch is found.
    private static void Measure(TextRepairer repairer, (string Text, List<(int Start, int End)> Places) damaged, FindingKind kind, FindingScore score)
    {
        if (damaged.Places.Count == 0) return;
        var found = new HashSet<int>();
        foreach (Finding finding in repairer.Repair(damaged.Text).Findings.Where(finding => finding.Kind == kind))
        {
            // One finding may go over passages that stand side by side.
            List<(int Start, int End)> over = damaged.Places.FindAll(place => finding.Start < place.End && finding.Start + finding.Length > place.Start);
            if (over.Count == 0) found.Add(finding.Start);
            found.UnionWith(over.Select(place => place.Start));
        }
        score.Add([.. damaged.Places.Select(place => place.Start)], [.. found]);
    }

    private static void Measure(TextRepairer repairer, (string Text, List<int> Places) damaged, FindingKind kind, FindingScore score)
    {
        if (damaged.Places.Count == 0) return;
        IEnumerable<int> found = repairer.Repair(damaged.Text).Findings.Where(finding => finding.Kind == kind).Select(finding => finding.Start);
        score.Add(damaged.Places.ToHashSet(), [.. found]);
    }
}
