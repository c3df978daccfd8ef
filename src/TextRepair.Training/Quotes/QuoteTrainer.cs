using System.Text;
using TextRepair.Models;
using TextRepair.Pairing;

namespace TextRepair.Training.Quotes;

/// <summary>Learns where quotes end from clean text, in which every pair of quotes is a case with its answer.</summary>
internal static class QuoteTrainer
{
    private const int Bits = 20;
    private const int KeptFeatures = 980_000;
    private const float Rate = 0.1f, Penalty = 0.1f;
    private const int Passes = 2;

    // On documents left out, answers that were given 0.8 to 0.9 were right in 81 of 100, and other sources are further away.
    private const float Trust = 0.8f;
    private const int MostCasesOfASource = 60_000;

    /// <summary>Trains the model; the same corpus gives the same bytes.</summary>
    public static byte[] Train(string folder)
    {
        return TrainOn(Collect(folder, heldOut: false));
    }

    /// <summary>Trains the model from cases.</summary>
    public static byte[] TrainOn(List<QuoteCase> cases)
    {
        var model = new AdaGrad(Rate, decay: 0, Penalty);
        var random = new Random(7);
        // The first round finds out which features matter; the second learns with those alone.
        Learn(model, cases, random, 1);
        model.Prune(KeptFeatures);
        Learn(model, cases, random, Passes);
        return HashedWeights.Format(model.Result(), Bits, ModelKind.Quotes, Trust);
    }

    /// <summary>Collects cases, at most a stated number from each source, long documents not preferred.</summary>
    public static List<QuoteCase> Collect(string folder, bool heldOut)
    {
        var cases = new List<QuoteCase>();
        foreach (IGrouping<string, CorpusText> source in Corpus.Read(folder, heldOut).GroupBy(text => text.Source))
        {
            var ofSource = new List<QuoteCase>();
            foreach (CorpusText text in source) AddCases(text.Source, text.Text, ofSource);
            new Random(7).Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(ofSource));
            cases.AddRange(ofSource.Take(MostCasesOfASource));
        }
        return cases;
    }

    // All closing quotes of the text are taken away, as the damage does.
    private static void AddCases(string source, string text, List<QuoteCase> cases)
    {
        if (!text.Contains(Pairing.Quotes.Close, StringComparison.Ordinal)) return;
        var damaged = new StringBuilder(text.Length);
        int open = -1;
        var found = new List<(int Open, int End)>();
        foreach (char c in text)
        {
            if (c == Pairing.Quotes.Close)
            {
                if (open >= 0) found.Add((open, damaged.Length));
                open = -1;
                continue;
            }
            if (c == Pairing.Quotes.Open) open = damaged.Length;
            damaged.Append(c);
        }
        string without = damaged.ToString();
        foreach ((int start, int end) in found)
            if (end > start + 1) cases.Add(new QuoteCase(source, without, start, end));
    }

    private static void Learn(AdaGrad model, List<QuoteCase> cases, Random random, int passes)
    {
        for (int pass = 0; pass < passes; pass++)
        {
            random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(cases));
            foreach (QuoteCase item in cases) Learn(model, item);
        }
    }

    // One step of multinomial logistic regression over the places of this case and "nowhere".
    private static void Learn(AdaGrad model, QuoteCase item)
    {
        Span<uint> features = stackalloc uint[(QuoteSpan.LongestContent + 1) * QuoteSpan.FeatureCount];
        Span<float> scores = stackalloc float[QuoteSpan.LongestContent + 1];
        var span = new QuoteSpan(item.Text, item.Open);
        span.ExtractNowhere(features);
        scores[0] = model.Sum(features[..QuoteSpan.NowhereFeatureCount]);
        int count = 1, truth = 0;
        while (span.MoveNext())
        {
            Span<uint> place = features.Slice(count * QuoteSpan.FeatureCount, QuoteSpan.FeatureCount);
            span.Extract(place);
            scores[count] = model.Sum(place);
            if (span.End == item.End) truth = count;
            count++;
        }
        ToProbabilities(scores[..count]);
        for (int i = 0; i < count; i++)
        {
            float gradient = scores[i] - (i == truth ? 1 : 0);
            if (Math.Abs(gradient) < 1e-3f) continue;
            model.Update(features.Slice(i * QuoteSpan.FeatureCount, i == 0 ? QuoteSpan.NowhereFeatureCount : QuoteSpan.FeatureCount), gradient);
        }
    }

    private static void ToProbabilities(Span<float> scores)
    {
        float largest = scores[0], total = 0;
        foreach (float score in scores) largest = Math.Max(largest, score);
        foreach (ref float score in scores) total += score = MathF.Exp(score - largest);
        foreach (ref float score in scores) score /= total;
    }
}
