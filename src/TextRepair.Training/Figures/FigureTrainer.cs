using System.Runtime.InteropServices;
using TextRepair.Findings;
using TextRepair.Models;

namespace TextRepair.Training.Figures;

/// <summary>Learns where a unit wants a figure: clean text whose figures are deleted tells, against units that never had one.</summary>
/// <remarks>The same documents give the same bytes.</remarks>
internal static class FigureTrainer
{
    private const int Bits = 14;
    private const int KeptFeatures = 13_000;
    private const int Passes = 3;
    private const int MostOfASource = 20_000;

    /// <summary>Trains the model.</summary>
    public static byte[] Train(IEnumerable<CorpusDocument> documents)
    {
        List<FigureCase> cases = Collect(documents);
        var model = new AdaGrad(0.1f, 1e-5f);
        Learn(model, cases);
        model.Prune(KeptFeatures);
        Learn(model, cases);
        return HashedWeights.Format(model.Result(), Bits, ModelKind.Figures);
    }

    // One document in four loses all its figures, the others those with a decimal point.
    private static List<FigureCase> Collect(IEnumerable<CorpusDocument> documents)
    {
        var cases = new List<FigureCase>();
        foreach (IGrouping<string, CorpusDocument> source in documents.GroupBy(document => document.Source, StringComparer.Ordinal))
        {
            List<FigureCase> ofSource = [];
            int number = 0;
            foreach (CorpusDocument document in source) AddCases(document.Text, number++ % 4 == 0, ofSource);
            ILookup<bool, FigureCase> byKind = ofSource.ToLookup(item => item.IsDeleted);
            foreach (IGrouping<bool, FigureCase> kind in byKind) cases.AddRange(Spread([.. kind]));
        }
        return cases;
    }

    private static IEnumerable<FigureCase> Spread(List<FigureCase> cases)
    {
        int step = Math.Max(1, cases.Count / MostOfASource);
        return cases.Where((_, index) => index % step == 0);
    }

    private static void AddCases(string text, bool all, List<FigureCase> cases)
    {
        const int Around = 24;
        (string damaged, List<int> deleted) = FigureDamage.Delete(text, all);
        var gone = deleted.ToHashSet();
        foreach (FigureGap gap in FigureGaps.Find(damaged, new StageOutput().AnchorsOf(damaged).FigureGaps))
        {
            int start = Math.Max(0, gap.Left - Around), end = Math.Min(damaged.Length, gap.Unit.End + Around);
            var moved = new FigureGap(gap.Left - start, new Unit(gap.Unit.Start - start, gap.Unit.End - start));
            cases.Add(new FigureCase(damaged[start..end], moved, IsDeleted(gap, gone)));
        }
    }

    private static bool IsDeleted(FigureGap gap, HashSet<int> gone)
    {
        for (int i = gap.Left; i <= gap.Unit.Start; i++) if (gone.Contains(i)) return true;
        return false;
    }

    private static void Learn(AdaGrad model, List<FigureCase> cases)
    {
        var random = new Random(7);
        Span<uint> features = stackalloc uint[FigureFeatures.Count];
        for (int pass = 0; pass < Passes; pass++)
        {
            random.Shuffle(CollectionsMarshal.AsSpan(cases));
            foreach (FigureCase item in cases)
            {
                FigureFeatures.Extract(item.Text, item.Gap.Left, item.Gap.Unit, features);
                float probability = 1 / (1 + MathF.Exp(-model.Sum(features)));
                model.Update(features, probability - (item.IsDeleted ? 1 : 0));
            }
        }
    }
}
