using System.Runtime.InteropServices;
using TextRepair.Findings;
using TextRepair.Models;

namespace TextRepair.Training.Figures;

/// <summary>Learns where sentences are cut off: places in mid sentence tell, against those before a full stop or the end of a line.</summary>
/// <remarks>The same documents give the same bytes.</remarks>
internal static class EndTrainer
{
    private const int Bits = 16;
    private const int KeptFeatures = 52_000;
    private const int Passes = 3;
    private const int MostOfASource = 40_000;
    private const int Around = 30;
    private const string Marks = "。！？；\n";

    /// <summary>Trains the model.</summary>
    public static byte[] Train(IEnumerable<CorpusDocument> documents)
    {
        List<(string Text, bool IsCut)> cases = Collect(documents);
        var model = new AdaGrad(0.1f, 1e-5f);
        Learn(model, cases);
        model.Prune(KeptFeatures);
        Learn(model, cases);
        return HashedWeights.Format(model.Result(), Bits, ModelKind.Ends);
    }

    /// <summary>Draws a place where a text may have been cut off, in mid sentence; the same text gives the same place.</summary>
    public static int? CutOf(string text, int start, int end, string name)
    {
        int place = start + (int)(Draw.Of(name) * (end - start));
        return place > start && place < end && Characters.IsHan(text[place - 1]) && Characters.IsHan(text[place]) ? place : null;
    }

    private static List<(string Text, bool IsCut)> Collect(IEnumerable<CorpusDocument> documents)
    {
        var cases = new List<(string, bool)>();
        foreach (IGrouping<string, CorpusDocument> source in documents.GroupBy(document => document.Source, StringComparer.Ordinal))
        {
            List<(string, bool)> ofSource = [];
            foreach (CorpusDocument document in source) AddCases(document, ofSource);
            int step = Math.Max(1, ofSource.Count / MostOfASource);
            // A whole end and its cut stand side by side.
            cases.AddRange(ofSource.Where((_, index) => index / 2 % step == 0));
        }
        return cases;
    }

    // One cut for each whole end, in the same sentence.
    private static void AddCases(CorpusDocument document, List<(string, bool)> cases)
    {
        string text = document.Text;
        for (int start = 0, end; start < text.Length; start = end + 1)
        {
            end = text.AsSpan(start).IndexOfAny(Marks) is var length and >= 0 ? start + length : text.Length;
            if (end - start < 6 || !Characters.IsHan(text[end - 1])) continue;
            if (CutOf(text, start, end, $"{document.Id} {start}") is not { } cut) continue;
            cases.Add((Before(text, end), false));
            cases.Add((Before(text, cut), true));
        }
    }

    private static string Before(string text, int end) => text[Math.Max(0, end - Around)..end];

    private static void Learn(AdaGrad model, List<(string Text, bool IsCut)> cases)
    {
        var random = new Random(7);
        Span<uint> features = stackalloc uint[EndModel.Features];
        for (int pass = 0; pass < Passes; pass++)
        {
            random.Shuffle(CollectionsMarshal.AsSpan(cases));
            foreach ((string text, bool isCut) in cases)
            {
                EndModel.Extract(text, text.Length, features);
                float probability = 1 / (1 + MathF.Exp(-model.Sum(features)));
                model.Update(features, probability - (isCut ? 1 : 0));
            }
        }
    }
}
