using System.Globalization;
using System.Text;
using TextRepair.Cleaning;
using TextRepair.Ocr;
using TextRepair.Training.Layout;

namespace TextRepair.Training.Ocr;

/// <summary>Fits the weights of <see cref="ScanEvidence"/> and <see cref="ScanVerdict"/>: scanned pages against clean text wrapped as people wrap it.</summary>
internal static class ScanTrainer
{
    private const int MostOfASource = 60, LongestText = 2500, ShortestText = 300;
    private const double WeightOfClean = 3;

    /// <summary>Fits the weights of the layout.</summary>
    /// <param name="pages">JSON lines as <see cref="OcrPage"/> reads them.</param>
    /// <param name="corpus">A folder of clean text.</param>
    /// <returns>The weights as C# source, and how many of both kinds they take for scans.</returns>
    public static string Fit(string pages, string corpus) =>
        Fit(OcrPage.ReadAll(pages).Select(page => Read(page.Read)), Wrapped(corpus, heldOut: false).Select(Read));

    /// <summary>Fits the weights of the verdict: layout, misread characters and what a clean-up mends, of pages with and without their furniture.</summary>
    /// <param name="pages">JSON lines as <see cref="OcrPage"/> reads them.</param>
    /// <param name="corpus">A folder of clean text.</param>
    /// <returns>The weights as C# source, and how many of both kinds they take for scans.</returns>
    public static string FitVerdict(string pages, string corpus)
    {
        var options = new TextRepairOptions { IsScan = true };
        options.Kinds.IntersectWith([EditKind.Layout, EditKind.Width]);
        var cleaner = new TextRepairer(options);
        var evidence = new ScanEvidence(new ParagraphModel(ContinuityModel.Load()));
        return Fit(
            OcrPage.ReadAll(pages).SelectMany(page => (string[])[page.Read, page.ReadWithoutExtras()]).Select(text => ReadVerdict(text, evidence, cleaner)),
            Wrapped(corpus, heldOut: false).Select(text => ReadVerdict(text, evidence, cleaner)));
    }

    private static string Fit(IEnumerable<double[]?> ones, IEnumerable<double[]?> others)
    {
        List<(double[] Features, bool IsOne)> scans = [.. ones.OfType<double[]>().Select(features => (features, true))];
        List<(double[] Features, bool IsOne)> clean = [.. others.OfType<double[]>().Select(features => (features, false))];
        List<(double[] Features, bool IsOne)> examples = [.. scans, .. clean];
        new Random(7).Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(examples));
        double[] weights = LogisticFit.Fit(examples, WeightOfClean);
        var report = new StringBuilder();
        foreach (double threshold in (double[])[-2, -1, 0, 1, 2, 3])
            report.AppendLine(CultureInfo.InvariantCulture, $"above {threshold}: {Count(scans, threshold)} of {scans.Count} scans, {Count(clean, threshold)} of {clean.Count} clean texts");
        report.AppendLine(string.Join(", ", weights.Select(weight => weight.ToString("0.00", CultureInfo.InvariantCulture))));
        return report.ToString();

        int Count(List<(double[] Features, bool IsOne)> list, double threshold) => list.Count(item => LogisticFit.Sum(weights, item.Features) > threshold);
    }

    /// <summary>Gets clean texts, each wrapped by hand in three ways and as a PDF extraction breaks it.</summary>
    public static IEnumerable<string> Wrapped(string corpus, bool heldOut)
    {
        var random = new Random(7);
        foreach (IGrouping<string, CorpusDocument> source in Corpus.Read(corpus).Where(text => text.IsHeldOut == heldOut && text.Text.Length >= ShortestText).GroupBy(text => text.Source))
            foreach (CorpusDocument text in source.Take(MostOfASource))
                foreach (string wrapped in WrapAll(text.Text[..Math.Min(LongestText, text.Text.Length)], random)) yield return wrapped;
    }

    private static IEnumerable<string> WrapAll(string text, Random random)
    {
        foreach (HandWrap way in Enum.GetValues<HandWrap>()) yield return LayoutDamage.WrapByHand(text, way, random);
        yield return LayoutDamage.BreakLines(text, random).Text;
    }

    private static double[]? Read(string text)
    {
        if (PageLayout.Read(text) is not { HasWidth: true } layout) return null;
        double[] features = new double[ScanEvidence.Count];
        ScanEvidence.Read(text, layout, features);
        return features;
    }

    private static double[]? ReadVerdict(string text, ScanEvidence evidence, TextRepairer cleaner)
    {
        if (PageLayout.Read(text) is not { } layout || !evidence.IsBroken(text, layout)) return null;
        RepairResult cleaned = cleaner.Repair(text);
        double[] features = new double[ScanVerdict.Count];
        ScanVerdict.Read(evidence.Score(text, layout), OcrCandidateSource.CountMisreadings(cleaned.Text), text.Length, cleaned.Edits, features);
        return features;
    }
}
