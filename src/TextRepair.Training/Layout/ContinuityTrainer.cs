using TextRepair.Cleaning;
using TextRepair.Models;

namespace TextRepair.Training.Layout;

/// <summary>Learns from clean text whether a text runs on across a place: places inside lines do, ends of lines do not.</summary>
internal static class ContinuityTrainer
{
    private const int Bits = 17;
    private const int KeptFeatures = 115_000;
    private const int Passes = 2;
    private const int MostBreaksOfASource = 100_000;

    /// <summary>Trains the model; the same corpus gives the same bytes.</summary>
    public static byte[] Train(string folder)
    {
        List<ContinuityCase> cases = Collect(folder, heldOut: false);
        var model = new AdaGrad(0.1f, 1e-5f);
        var random = new Random(7);
        Learn(model, cases, random);
        model.Prune(KeptFeatures);
        Learn(model, cases, random);
        return HashedWeights.Format(model.Result(), Bits, ModelKind.Continuity);
    }

    /// <summary>Collects breaks of lines and as many places inside lines, at most a stated number from each source.</summary>
    public static List<ContinuityCase> Collect(string folder, bool heldOut)
    {
        var cases = new List<ContinuityCase>();
        foreach (IGrouping<string, CorpusDocument> source in Corpus.Read(folder).Where(text => text.IsHeldOut == heldOut).GroupBy(text => text.Source))
        {
            var random = new Random(7);
            List<ContinuityCase> breaks = [], inside = [];
            foreach (CorpusDocument text in source)
            {
                AddBreaks(text.Text, breaks);
                AddInside(text.Text, random, inside);
            }
            random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(breaks));
            random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(inside));
            cases.AddRange(breaks.Take(MostBreaksOfASource));
            cases.AddRange(inside.Take(Math.Clamp(breaks.Count, 20_000, MostBreaksOfASource)));
        }
        return cases;
    }

    private static void Learn(AdaGrad model, List<ContinuityCase> cases, Random random)
    {
        Span<uint> features = stackalloc uint[ContinuityFeatures.Count];
        for (int pass = 0; pass < Passes; pass++)
        {
            random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(cases));
            foreach (ContinuityCase item in cases)
            {
                ContinuityFeatures.Extract(item.Text, item.LeftEnd, item.RightStart, features);
                float probability = 1 / (1 + MathF.Exp(-model.Sum(features)));
                model.Update(features, probability - (item.RunsOn ? 1 : 0));
            }
        }
    }

    private static void AddBreaks(string text, List<ContinuityCase> cases)
    {
        for (int i = text.IndexOf('\n'); i >= 0; i = text.IndexOf('\n', i + 1))
        {
            int start = SkipMarker(text, i + 1);
            if (start < text.Length) cases.Add(new ContinuityCase(text, i, start, RunsOn: false));
        }
    }

    // The number of an item is not part of what is learned: a page mark looks just like it.
    private static int SkipMarker(string text, int start)
    {
        int i = start;
        while (i < text.Length && text[i] is ' ' or '\u3000' or '(' or '（' or '-' or '*') i++;
        int digits = i;
        while (i < text.Length && char.IsAsciiDigit(text[i])) i++;
        return i > digits && i < text.Length && text[i] is '、' or '.' or '．' or '）' or ')' ? i + 1 : start;
    }

    private static void AddInside(string text, Random random, List<ContinuityCase> cases)
    {
        for (int i = random.Next(1, 60); i < text.Length; i += random.Next(20, 100))
        {
            if (text[i] == '\n' || text[i - 1] == '\n') continue;
            if (char.IsAsciiLetterOrDigit(text[i]) && char.IsAsciiLetterOrDigit(text[i - 1])) continue;
            cases.Add(new ContinuityCase(text, i, i, RunsOn: true));
        }
    }
}
