using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using TextRepair.Pairing;

namespace TextRepair.Training.Quotes;

/// <summary>Trains the network of quotes: one pass over the cases, each number with a rate of its own (Duchi 2011) that falls to nothing.</summary>
/// <remarks>A second pass learns the cases by heart and does worse on others.</remarks>
internal sealed class QuoteNetworkTrainer(QuoteTermCounts terms, byte[] ngrams)
{
    private const int Depth = QuoteNetwork.Depth, Hidden = QuoteNetwork.Hidden, Slots = QuoteNetwork.Slots, Inputs = QuoteNetwork.Inputs;
    private const int MostPlaces = QuoteSpan.LongestContent;
    private const float Rate = 0.12f, LastShare = 0.05f, SmallestGradient = 3e-3f;
    private const int WarmEmbedding = 100;

    private readonly AdaGrad _nowhere = new(0.1f, decay: 0, penalty: 0.05f, bits: 20);
    private readonly float[] _embeddings = Start(QuoteNetwork.Rows * Depth, 0.03f, 1), _embeddingSquares = Filled(QuoteNetwork.Rows * Depth, 1f / WarmEmbedding);
    private readonly float[] _weights = Start(Inputs * Hidden, 0.125f, 2), _weightSquares = Filled(Inputs * Hidden, 1), _weightGradients = new float[Inputs * Hidden];
    private readonly float[] _bias = new float[Hidden], _biasSquares = Filled(Hidden, 1), _biasGradients = new float[Hidden];
    private readonly float[] _output = Start(Hidden, 0.25f, 3), _outputSquares = Filled(Hidden, 1), _outputGradients = new float[Hidden];

    // What the case at hand has in its slots, its hidden units, and what its errors ask of them.
    private readonly uint[] _slots = new uint[MostPlaces * Slots], _nowhereFeatures = new uint[QuoteSpan.NowhereFeatureCount];
    private readonly float[] _inputs = new float[MostPlaces * Depth], _units = new float[MostPlaces * Hidden], _unitGradients = new float[Hidden], _scores = new float[MostPlaces + 1];
    private float _rate;

    /// <summary>Gets the weights of the answer "not in this range".</summary>
    public IEnumerable<KeyValuePair<uint, float>> Nowhere => _nowhere.Result();

    /// <summary>Learns from cases in their order.</summary>
    public void Learn(IReadOnlyList<QuoteCase> cases)
    {
        for (int i = 0; i < cases.Count; i++)
        {
            _rate = Rate * (1 - ((1 - LastShare) * i / cases.Count));
            Learn(cases[i]);
        }
    }

    /// <summary>Writes what was learned.</summary>
    /// <param name="trust">What all scores are multiplied by.</param>
    public byte[] Format(float trust) =>
        QuoteNetwork.Format(_embeddings, _weights, _bias, Array.ConvertAll(_output, value => value * trust), terms.Levels(), ngrams);

    private void Learn(QuoteCase item)
    {
        int count = Read(item, out int truth, out int limit);
        if (truth == 0 && item.End <= limit) return;
        _scores[0] = _nowhere.Sum(_nowhereFeatures);
        Forward(count);
        Softmax.Apply(_scores.AsSpan(0, count + 1));
        for (int i = 0; i <= count; i++)
        {
            float gradient = _scores[i] - (i == truth ? 1 : 0);
            if (Math.Abs(gradient) < SmallestGradient) continue;
            if (i == 0) _nowhere.Update(_nowhereFeatures, gradient);
            else Backward(_slots.AsSpan((i - 1) * Slots, Slots), _units.AsSpan((i - 1) * Hidden, Hidden), gradient);
        }
        Step(_weights, _weightSquares, _weightGradients);
        Step(_bias, _biasSquares, _biasGradients);
        Step(_output, _outputSquares, _outputGradients);
    }

    // The slots of all places; the truth is the number of the right one from 1, or 0.
    private int Read(QuoteCase item, out int truth, out int limit)
    {
        var span = new QuoteSpan(item.Text, item.Open, new QuoteNgrams(ngrams));
        Span<uint> quote = stackalloc uint[QuoteSpan.QuoteSlotCount];
        span.ExtractQuoteSlots(quote);
        span.ExtractNowhere(_nowhereFeatures, forNetwork: true);
        int count = truth = 0;
        limit = span.Limit;
        while (span.MoveNext())
        {
            Span<uint> slots = _slots.AsSpan(count++ * Slots, Slots);
            quote.CopyTo(slots);
            span.Familiarity = terms.LevelFor(item, span.Content);
            span.ExtractPlaceSlots(slots[QuoteSpan.QuoteSlotCount..]);
            if (span.End == item.End) truth = count;
        }
        return count;
    }

    private void Forward(int count)
    {
        for (int i = 0; i < count; i++) _bias.CopyTo(_units.AsSpan(i * Hidden));
        Span<Vector512<float>> units = MemoryMarshal.Cast<float, Vector512<float>>(_units.AsSpan(0, count * Hidden));
        for (int slot = 0; slot < Slots && count > 0; slot++)
        {
            for (int i = 0; i < count; i++) _embeddings.AsSpan(QuoteNetwork.RowOf(_slots[(i * Slots) + slot]) * Depth, Depth).CopyTo(_inputs.AsSpan(i * Depth));
            ReadOnlySpan<Vector512<float>> weights = MemoryMarshal.Cast<float, Vector512<float>>(_weights.AsSpan(slot * Depth * Hidden, Depth * Hidden));
            for (int half = 0; half < QuoteNetwork.Halves; half++) QuoteNetwork.Add(weights[half..], _inputs.AsSpan(0, count * Depth), units[half..]);
        }
        for (int i = 0; i < count; i++) _scores[i + 1] = Output(_units.AsSpan(i * Hidden, Hidden));
    }

    private float Output(Span<float> units)
    {
        float sum = 0;
        for (int i = 0; i < Hidden; i++) sum += (units[i] = Math.Max(0, units[i])) * _output[i];
        return sum;
    }

    private void Backward(ReadOnlySpan<uint> slots, ReadOnlySpan<float> units, float gradient)
    {
        for (int i = 0; i < Hidden; i++)
        {
            _outputGradients[i] += gradient * units[i];
            _biasGradients[i] += _unitGradients[i] = units[i] > 0 ? gradient * _output[i] : 0;
        }
        for (int slot = 0; slot < Slots; slot++)
        {
            int row = QuoteNetwork.RowOf(slots[slot]) * Depth;
            for (int d = 0; d < Depth; d++)
            {
                int input = ((slot * Depth) + d) * Hidden;
                AddScaled(_unitGradients, _embeddings[row + d], _weightGradients.AsSpan(input, Hidden));
                Step(ref _embeddings[row + d], ref _embeddingSquares[row + d], Dot(_unitGradients, _weights.AsSpan(input, Hidden)));
            }
        }
    }

    private void Step(Span<float> values, Span<float> squares, Span<float> gradients)
    {
        for (int i = 0; i < values.Length; i++) if (gradients[i] != 0) Step(ref values[i], ref squares[i], gradients[i]);
        gradients.Clear();
    }

    private void Step(ref float value, ref float squares, float gradient)
    {
        squares += gradient * gradient;
        value -= _rate * gradient / MathF.Sqrt(squares);
    }

    private static void AddScaled(ReadOnlySpan<float> values, float scale, Span<float> sums)
    {
        Vector256<float> factor = Vector256.Create(scale);
        for (int i = 0; i < Hidden; i += Vector256<float>.Count)
            Vector256.Add(Vector256.Create<float>(sums[i..]), factor * Vector256.Create<float>(values[i..])).CopyTo(sums[i..]);
    }

    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        Vector256<float> sum = Vector256<float>.Zero;
        for (int i = 0; i < Hidden; i += Vector256<float>.Count) sum += Vector256.Create<float>(a[i..]) * Vector256.Create<float>(b[i..]);
        return Vector256.Sum(sum);
    }

    private static float[] Start(int count, float largest, int seed)
    {
        var random = new Random(seed);
        float[] values = new float[count];
        foreach (ref float value in values.AsSpan()) value = ((2 * random.NextSingle()) - 1) * largest;
        return values;
    }

    private static float[] Filled(int count, float value)
    {
        float[] values = new float[count];
        Array.Fill(values, value);
        return values;
    }
}
