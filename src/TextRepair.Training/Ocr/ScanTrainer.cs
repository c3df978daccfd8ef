using System.Globalization;
using System.Text;
using TextRepair.Cleaning;
using TextRepair.Ocr;
using TextRepair.Training.Layout;

namespace TextRepair.Training.Ocr;

/// <summary>Fits the weights of <see cref="ScanEvidence"/> and <see cref="ScanVerdict"/>: scanned pages against clean text as it is and wrapped as people wrap it.</summary>
internal sealed class ScanTrainer
{
    private const int MostOfASource = 60, LongestText = 2500, ShortestText = 300, LongestDocument = 200_000;
    private const double WeightOfClean = 3;

    private readonly ScanEvidence _evidence = new(new ParagraphModel(ContinuityModel.Load()));
    private readonly TextRepairer _cleaner;

    private ScanTrainer()
    {
        var options = new TextRepairOptions { IsScan = true };
        options.Kinds.IntersectWith([EditKind.Layout, EditKind.Width]);
        _cleaner = new TextRepairer(options);
    }

    /// <summary>Fits the weights of both: lines and marks, misread characters and what a clean-up mends, of pages with and without their furniture.</summary>
    /// <param name="pages">Files of JSON lines as <see cref="OcrPage"/> reads them.</param>
    /// <param name="corpus">A folder of clean text.</param>
    /// <returns>The weights as C# source, and how many of both kinds they take for scans.</returns>
    public static string Fit(IEnumerable<string> pages, string corpus)
    {
        var trainer = new ScanTrainer();
        return Fit(
            pages.SelectMany(OcrPage.ReadAll).SelectMany(page => (string[])[page.Read, page.ReadWithoutExtras()]).Select(trainer.Read),
            Documents(corpus).Concat(Wrapped(corpus, heldOut: false).Select(wrapped => wrapped.Text)).Where(MayBeWrapped).Select(trainer.Read));
    }

    private static string Fit(IEnumerable<double[]?> ones, IEnumerable<double[]?> others)
    {
        List<(double[] Features, bool IsOne)> scans = [.. ones.OfType<double[]>().Select(features => (features, true))];
        List<(double[] Features, bool IsOne)> clean = [.. others.OfType<double[]>().Select(features => (features, false))];
        List<(double[] Features, bool IsOne)> examples = [.. scans, .. clean];
        new Random(7).Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(examples));
        double[] weights = LogisticFit.Fit(examples, WeightOfClean);
        var report = new StringBuilder();
        foreach (double threshold in (double[])[-2, -1, -0.5, 0, 1, 2, 3])
            report.AppendLine(CultureInfo.InvariantCulture, $"above {threshold}: {Count(scans, threshold)} of {scans.Count} scans, {Count(clean, threshold)} of {clean.Count} clean texts");
        report.AppendLine(string.Join(", ", weights.Select(weight => weight.ToString("0.00", CultureInfo.InvariantCulture))));
        return report.ToString();

        int Count(List<(double[] Features, bool IsOne)> list, double threshold) => list.Count(item => LogisticFit.Sum(weights, item.Features) > threshold);
    }

    /// <summary>Gets clean texts, each wrapped by hand in three ways and as a PDF extraction breaks it.</summary>
    public static IEnumerable<(string Way, string Text)> Wrapped(string corpus, bool heldOut)
    {
        var random = new Random(7);
        foreach (IGrouping<string, CorpusDocument> source in Corpus.Read(corpus).Where(text => text.IsHeldOut == heldOut && text.Text.Length >= ShortestText).GroupBy(text => text.Source))
            foreach (CorpusDocument text in source.Take(MostOfASource))
                foreach ((string, string) wrapped in WrapAll(text.Text[..Math.Min(LongestText, text.Text.Length)], random)) yield return wrapped;
    }

    private static IEnumerable<(string Way, string Text)> WrapAll(string text, Random random)
    {
        foreach (HandWrap way in Enum.GetValues<HandWrap>()) yield return ($"by hand, {way}", LayoutDamage.WrapByHand(text, way, random));
        yield return ("extracted from PDF", LayoutDamage.BreakLines(text, random).Text);
    }

    private static IEnumerable<string> Documents(string corpus) =>
        Corpus.Read(corpus).Where(document => !document.IsHeldOut && document.Text.Length < LongestDocument).Select(document => document.Text);

    // No other text is ever weighed.
    private static bool MayBeWrapped(string text) => WrappedText.MayBe(text, new StageOutput().AnchorsOf(text));

    private double[]? Read(string text)
    {
        if (PageLayout.Read(text) is not { } layout) return null;
        RepairResult cleaned = _cleaner.Repair(text);
        double[] features = new double[ScanEvidence.Count + ScanVerdict.Count];
        _evidence.Read(text, layout, features.AsSpan(0, ScanEvidence.Count));
        ScanVerdict.Read(OcrCandidateSource.CountMisreadings(cleaned.Text), text.Length, cleaned.Edits, features.AsSpan(ScanEvidence.Count));
        return features;
    }
}
