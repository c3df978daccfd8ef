using System.Diagnostics;
using System.Globalization;
using TextRepair.Ocr;

namespace TextRepair.Training.Ocr;

/// <summary>Prints what the correction of scans does: to pages with their truth, and to clean text.</summary>
public static class OcrEvaluation
{
    /// <summary>Measures pages: character error rates by degradation, precision and recall, and the worst passages.</summary>
    /// <param name="pages">JSON lines with <c>id</c>, <c>degradation</c>, <c>truth</c>, <c>ocr</c> and <c>extras</c>.</param>
    /// <param name="mode">The mode to measure.</param>
    /// <param name="worst">How many of the worst passages and of the wrong edits to show.</param>
    /// <param name="output">Receives the report.</param>
    /// <remarks>Clean-up is layout, widths and quotes alone; correction is everything.</remarks>
    public static void Pages(string pages, OcrMode mode, int worst, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var cleaner = new TextRepairer(CleanUp(mode));
        var corrector = new TextRepairer(new TextRepairOptions().UseOcr(mode));
        OcrPage[] all = [.. OcrPage.ReadAll(pages)];
        Line(output, $"{all.Length} passages, {all.Sum(page => page.Truth.Length)} characters, mode {mode}");
        Line(output, $"");
        Report("page furniture cut before", all, page => page.ReadWithoutExtras(), cleaner, corrector, worst, output);
        Report("page furniture as it comes", all, page => page.Read, cleaner, corrector, worst, output);
    }

    /// <summary>Measures harm: edits of kind <see cref="EditKind.Ocr"/> in the clean documents that no model was trained on.</summary>
    /// <param name="corpus">A folder of gzip JSON lines.</param>
    /// <param name="mode">The mode to measure.</param>
    /// <param name="characters">How many characters to read, about; spread over all files.</param>
    /// <param name="output">Receives the report.</param>
    public static void Clean(string corpus, OcrMode mode, long characters, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var source = new OcrCandidateSource(mode);
        var options = new TextRepairOptions();
        var edits = new List<string>();
        long read = 0;
        CorpusDocument[] documents = [.. Corpus.Read(corpus).Where(document => document.IsHeldOut)];
        double share = Math.Min(1, (double)characters / Math.Max(1, documents.Sum(document => (long)document.Text.Length)));
        source.FindCandidates("。", options, []);
        var watch = Stopwatch.StartNew();
        for (int i = 0; i < documents.Length; i++)
        {
            if ((long)((i + 1) * share) == (long)(i * share)) continue;
            read += documents[i].Text.Length;
            AddEdits(documents[i], source, options, edits);
        }
        double seconds = watch.Elapsed.TotalSeconds;
        Line(output, $"clean text, mode {mode}: {edits.Count} edits in {read} characters: {edits.Count * 1e6 / Math.Max(1, read):0.0} per million (at most {UpperBound(edits.Count) * 1e6 / Math.Max(1, read):0.0} with 95 %); {read / seconds / 1000:0} thousand characters a second");
        foreach (string edit in edits) output.WriteLine(edit);
    }

    /// <summary>Measures harm to layout: held-out clean documents, wrapped by hand in three ways and broken as a PDF extraction breaks them.</summary>
    /// <param name="corpus">A folder of gzip JSON lines.</param>
    /// <param name="mode">The mode to measure.</param>
    /// <param name="output">Receives the report.</param>
    /// <remarks>Of lines that a PDF extraction broke, joining them again is no harm; cleaning them up as a scan is.</remarks>
    public static void Wrapped(string corpus, OcrMode mode, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var repairer = new TextRepairer(CleanUp(mode));
        foreach (IGrouping<string, string> way in ScanTrainer.Wrapped(corpus, heldOut: true).GroupBy(wrapped => wrapped.Way, wrapped => wrapped.Text))
        {
            EditList[] changed = [.. way.Select(text => repairer.Repair(text).Edits).Where(edits => edits.Any(edit => edit.Kind != EditKind.Quote))];
            int scans = changed.Count(edits => edits.Any(edit => edit.Kind != EditKind.Quote && edit.Rule != "broken-line"));
            Line(output, $"clean text {way.Key}, mode {mode}: of {way.Count()} texts {changed.Length} changed, {scans} of them by more than joined lines; {changed.Sum(edits => edits.Count)} edits");
        }
    }

    private static void AddEdits(CorpusDocument document, OcrCandidateSource source, TextRepairOptions options, List<string> edits)
    {
        var candidates = new List<Candidate>();
        source.FindCandidates(document.Text, options, candidates);
        foreach (Candidate candidate in candidates.Where(c => c.Confidence >= options.MinimumConfidence))
            edits.Add($"  {document.Source}: {document.Text[Math.Max(0, candidate.Start - 10)..Math.Min(document.Text.Length, candidate.End + 10)].Replace('\n', ' ')}: {candidate.Rule}");
    }

    // The upper end of the 95 % interval of a Poisson count, by Wilson and Hilferty's cube root.
    private static double UpperBound(int count)
    {
        double k = count + 1;
        return k * Math.Pow(1 - 1 / (9 * k) + 1.645 / (3 * Math.Sqrt(k)), 3);
    }

    private static TextRepairOptions CleanUp(OcrMode mode)
    {
        TextRepairOptions options = new TextRepairOptions().UseOcr(mode);
        options.CandidateSources.Clear();
        options.Kinds.IntersectWith([EditKind.Layout, EditKind.Width, EditKind.Quote]);
        return options;
    }

    private static void Report(string title, OcrPage[] pages, Func<OcrPage, string> text, TextRepairer cleaner, TextRepairer corrector, int shown, TextWriter output)
    {
        var rates = new SortedDictionary<string, ErrorRate[]>(StringComparer.Ordinal);
        ErrorRate[] total = Three();
        var score = new MisreadingScore();
        var worst = new List<(double Rate, string Id)>();
        var wrong = new List<string>();
        foreach (OcrPage page in pages)
        {
            string read = text(page);
            RepairResult corrected = corrector.Repair(read);
            string[] texts = [read, cleaner.Repair(read).Text, corrected.Text];
            if (!rates.TryGetValue(page.Degradation, out ErrorRate[]? own)) rates.Add(page.Degradation, own = Three());
            var alone = new ErrorRate();
            alone.Add(page.Truth, corrected.Text);
            worst.Add((alone.WithoutWhiteSpace, page.Id));
            for (int i = 0; i < texts.Length; i++)
            {
                own[i].Add(page.Truth, texts[i]);
                total[i].Add(page.Truth, texts[i]);
            }
            score.Add(page.Truth, read, corrected.Edits, wrong);
        }
        Line(output, $"{title}: character error rate (without white space)");
        Line(output, $"  {"",-12} {"before",-16} {"after clean-up",-16} {"after correction",-16}");
        foreach ((string degradation, ErrorRate[] own) in rates) Row(output, degradation, own);
        Row(output, "all", total);
        Line(output, $"  misread Han characters: {score.Misread}; replaced {score.Replaced}: precision {score.Precision:0.000}, recall {score.Recall:0.000}, right characters harmed {score.Harmed}; deleted {score.Deleted}, rightly {score.RightlyDeleted}");
        Line(output, $"  worst: {string.Join(", ", worst.OrderByDescending(w => w.Rate).Take(shown).Select(w => string.Create(CultureInfo.InvariantCulture, $"{w.Id} {w.Rate:0.000}")))}");
        foreach (string edit in wrong.Take(shown)) Line(output, $"  wrong: {edit}");
        Line(output, $"");
    }

    private static ErrorRate[] Three() => [new(), new(), new()];

    private static void Row(TextWriter output, string name, ErrorRate[] rates) =>
        Line(output, $"  {name,-12} {Both(rates[0]),-16} {Both(rates[1]),-16} {Both(rates[2]),-16}");

    private static string Both(ErrorRate rate) =>
        string.Create(CultureInfo.InvariantCulture, $"{rate.Strict * 100:0.00} ({rate.WithoutWhiteSpace * 100:0.00}) %");

    private static void Line(TextWriter output, FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
