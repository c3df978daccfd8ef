using TextRepair.Pairing;

namespace TextRepair.Training.Quotes;

/// <summary>Trains the linear model of quotes: a step of multinomial logistic regression for each case.</summary>
/// <remarks>
/// Only the places that the network thinks most of are looked at, as when the model is used. Quotes that end at a place which is
/// never considered teach nothing: "nowhere" is to mean that the end is out of reach.
/// </remarks>
internal sealed class QuoteLinearTrainer(AdaGrad model, QuoteTermCounts terms, QuoteNetwork network)
{
    private const int MostPlaces = QuoteSpan.LongestContent, Looked = 8;
    private const float SmallestGradient = 1e-3f;

    private readonly uint[] _slots = new uint[MostPlaces * QuoteSpan.PlaceSlotCount], _quote = new uint[QuoteSpan.QuoteSlotCount];
    private readonly double[] _network = new double[MostPlaces], _ranked = new double[MostPlaces];
    private readonly uint[] _features = new uint[(Looked + 2) * QuoteSpan.FeatureCount], _nowhere = new uint[QuoteSpan.NowhereFeatureCount];
    private readonly float[] _scores = new float[Looked + 2];

    /// <summary>Learns from one case.</summary>
    public void Learn(QuoteCase item)
    {
        var span = new QuoteSpan(item.Text, item.Open, network.Ngrams);
        double least = LeastScore(ref span, item);
        span.Rewind();
        span.ExtractNowhere(_nowhere, forNetwork: false);
        _scores[0] = model.Sum(_nowhere);
        int count = 1, truth = 0;
        for (int place = 0; span.MoveNext(); place++)
        {
            if (span.End != item.End && (_network[place] < least || count > Looked)) continue;
            if (span.End == item.End) truth = count;
            span.Familiarity = terms.LevelFor(item, span.Content);
            Span<uint> features = FeaturesOf(count);
            span.Extract(features);
            _scores[count++] = model.Sum(features);
        }
        if (truth == 0 && item.End <= span.Limit) return;
        Softmax.Apply(_scores.AsSpan(0, count));
        for (int i = 0; i < count; i++) Step(i, _scores[i] - (i == truth ? 1 : 0));
    }

    private void Step(int place, float gradient)
    {
        if (Math.Abs(gradient) < SmallestGradient) return;
        model.Update(place == 0 ? _nowhere : FeaturesOf(place), gradient);
    }

    private Span<uint> FeaturesOf(int place) => _features.AsSpan((place - 1) * QuoteSpan.FeatureCount, QuoteSpan.FeatureCount);

    // The score of the last place that is looked at.
    private double LeastScore(ref QuoteSpan span, QuoteCase item)
    {
        int count = 0;
        for (; span.MoveNext(); count++)
        {
            span.Familiarity = terms.LevelFor(item, span.Content);
            span.ExtractPlaceSlots(_slots.AsSpan(count * QuoteSpan.PlaceSlotCount, QuoteSpan.PlaceSlotCount));
        }
        if (count <= Looked) return double.NegativeInfinity;
        span.ExtractQuoteSlots(_quote);
        network.Score(_quote, _slots, _network.AsSpan(0, count));
        _network.AsSpan(0, count).CopyTo(_ranked);
        Array.Sort(_ranked, 0, count);
        return _ranked[count - Looked];
    }
}
