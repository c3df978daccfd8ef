using System.Runtime.CompilerServices;
using TextRepair.Models;

namespace TextRepair.Pairing;

/// <summary>Tells where a quote that was opened ends.</summary>
/// <remarks>
/// A network, cheap and good at what was never seen, scores all places. The few it thinks most of get the score of a linear model
/// too, which knows by heart what was seen. Both were trained alone; half of each is better than either.
/// </remarks>
internal sealed class QuoteModel(QuoteNetwork network, HashedWeights weights, QuoteHabits habits)
{
    /// <summary>The name of the embedded linear model.</summary>
    public const string Resource = "TextRepair.Models.quotes.bin";

    private const int MostPlaces = QuoteSpan.LongestContent + 1;
    private const double Half = 0.5;

    /// <summary>Gets what is known of how the quotes of a document are alike.</summary>
    public QuoteHabits Habits => habits;

    /// <summary>Reads the embedded models.</summary>
    public static QuoteModel Load() => new(QuoteNetwork.Load(), HashedWeights.Load(Resource, ModelKind.Quotes), QuoteHabits.Load());

    /// <summary>Finds the likeliest ends of a quote.</summary>
    /// <param name="text">The text; what stands further from the quote than <see cref="QuoteWords"/> reads makes no difference.</param>
    /// <param name="open">Where the opening quote stands.</param>
    /// <param name="repetitions">How often what is inside stands elsewhere.</param>
    [SkipLocalsInit]
    public QuoteChoice FindEnds(ReadOnlySpan<char> text, int open, QuoteRepetitions repetitions)
    {
        var span = new QuoteSpan(text, open, network.Ngrams, repetitions);
        Span<double> scores = stackalloc double[MostPlaces];
        Span<int> kept = stackalloc int[QuoteChoice.Most];
        int count = ScoreAll(ref span, scores);
        kept = kept[..TakeBest(scores[..count], kept)];
        double outside = ShareOutside(scores[..count], kept);
        span.Rewind();
        return AddLinear(ref span, scores, kept, new QuoteChoice(open, kept.Length, 1 - outside));
    }

    // The first score is that of the answer "not in this range".
    [SkipLocalsInit]
    private int ScoreAll(ref QuoteSpan span, scoped Span<double> scores)
    {
        Span<uint> quote = stackalloc uint[QuoteSpan.QuoteSlotCount], nowhere = stackalloc uint[QuoteSpan.NowhereFeatureCount];
        Span<uint> slots = stackalloc uint[MostPlaces * QuoteSpan.PlaceSlotCount];
        QuoteTerms terms = network.Terms;
        int count = 0;
        for (; span.MoveNext(); count++)
        {
            span.Familiarity = terms.Find(span.Content);
            span.ExtractPlaceSlots(slots.Slice(count * QuoteSpan.PlaceSlotCount, QuoteSpan.PlaceSlotCount));
        }
        span.ExtractQuoteSlots(quote);
        span.ExtractNowhere(nowhere, forNetwork: true);
        scores[0] = weights.LogOdds(nowhere);
        if (count > 0) network.Score(quote, slots, scores.Slice(1, count));
        return count + 1;
    }

    // Ascending numbers of the highest scores, the first score always among them.
    private static int TakeBest(ReadOnlySpan<double> scores, Span<int> kept)
    {
        int count = 1;
        kept[0] = 0;
        for (int i = 1; i < scores.Length; i++)
        {
            if (count < kept.Length) kept[count++] = i;
            else ReplaceWorst(scores, kept, i);
        }
        return count;
    }

    private static void ReplaceWorst(ReadOnlySpan<double> scores, Span<int> kept, int i)
    {
        int worst = 1;
        for (int k = 2; k < kept.Length; k++) if (scores[kept[k]] < scores[kept[worst]]) worst = k;
        if (scores[i] <= scores[kept[worst]]) return;
        kept[(worst + 1)..].CopyTo(kept[worst..]);
        kept[^1] = i;
    }

    private static double ShareOutside(ReadOnlySpan<double> scores, ReadOnlySpan<int> kept)
    {
        double best = scores[0], all = 0, inside = 0;
        foreach (double score in scores) best = Math.Max(best, score);
        foreach (double score in scores) all += Math.Exp(score - best);
        foreach (int i in kept) inside += Math.Exp(scores[i] - best);
        return Math.Max(0, 1 - (inside / all));
    }

    [SkipLocalsInit]
    private QuoteChoice AddLinear(ref QuoteSpan span, scoped ReadOnlySpan<double> scores, scoped ReadOnlySpan<int> kept, QuoteChoice choice)
    {
        Span<uint> features = stackalloc uint[QuoteSpan.FeatureCount];
        span.ExtractNowhere(features, forNetwork: false);
        choice.Set(0, -1, Half * (scores[0] + weights.LogOdds(features[..QuoteSpan.NowhereFeatureCount])));
        QuoteTerms terms = network.Terms;
        for (int k = 1, place = 0; k < kept.Length; k++)
        {
            for (; place < kept[k]; place++) span.MoveNext();
            span.Familiarity = terms.Find(span.Content);
            span.Extract(features);
            choice.Set(k, span.End, Half * (scores[kept[k]] + weights.LogOdds(features)));
        }
        choice.Normalise();
        return choice;
    }
}
