using TextRepair.Models;

namespace TextRepair.Pairing;

/// <summary>Tells where a quote that was opened ends.</summary>
internal sealed class QuoteModel(HashedWeights weights)
{
    /// <summary>The name of the embedded model.</summary>
    public const string Resource = "TextRepair.Models.quotes.bin";

    /// <summary>Reads the embedded model.</summary>
    public static QuoteModel Load() => new(HashedWeights.Load(Resource, ModelKind.Quotes));

    /// <summary>Finds the likeliest end of a quote.</summary>
    /// <param name="text">The text.</param>
    /// <param name="open">Where the opening quote stands.</param>
    /// <returns>The place the closing quote belongs to, and how probable that is; place -1 where the end is not in reach.</returns>
    public QuoteEnd FindEnd(ReadOnlySpan<char> text, int open)
    {
        var span = new QuoteSpan(text, open);
        Span<uint> features = stackalloc uint[QuoteSpan.FeatureCount];
        Span<double> scores = stackalloc double[QuoteSpan.LongestContent + 1];
        Span<int> places = stackalloc int[QuoteSpan.LongestContent + 1];
        Span<uint> nowhere = features[..QuoteSpan.NowhereFeatureCount];
        span.ExtractNowhere(nowhere);
        (scores[0], places[0]) = (Sum(nowhere), -1);
        int count = 1;
        while (span.MoveNext())
        {
            span.Extract(features);
            (scores[count], places[count]) = (Sum(features), span.End);
            count++;
        }
        return Best(scores[..count], places);
    }

    private static QuoteEnd Best(ReadOnlySpan<double> scores, ReadOnlySpan<int> places)
    {
        int best = 0;
        for (int i = 1; i < scores.Length; i++) if (scores[i] > scores[best]) best = i;
        double total = 0;
        foreach (double score in scores) total += Math.Exp(score - scores[best]);
        return new QuoteEnd(places[best], 1 / total);
    }

    private double Sum(ReadOnlySpan<uint> features)
    {
        int sum = 0;
        foreach (uint feature in features) sum += weights[feature];
        return sum * (double)weights.Scale;
    }
}
