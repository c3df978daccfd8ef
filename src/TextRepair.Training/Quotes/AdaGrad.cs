namespace TextRepair.Training.Quotes;

/// <summary>Weights that are trained by stochastic gradients with a rate of their own for each (Duchi 2011).</summary>
/// <remarks>With a penalty it is FTRL-Proximal (McMahan 2013): weights that few gradients speak for stay exactly 0.</remarks>
internal sealed class AdaGrad(float rate, float decay, float penalty = 0)
{
    private const int Bits = 24, Shift = 32 - Bits;

    private readonly float[] _weights = new float[1 << Bits];
    private readonly float[] _squares = new float[1 << Bits];
    private readonly float[] _sums = penalty > 0 ? new float[1 << Bits] : [];

    // The feature that last changed a weight stands for it: at this size few weights are shared by two.
    private readonly uint[] _features = new uint[1 << Bits];
    private bool[]? _kept;

    /// <summary>Adds the weights of some features.</summary>
    public float Sum(ReadOnlySpan<uint> features)
    {
        float sum = 0;
        foreach (uint feature in features) sum += _weights[feature >> Shift];
        return sum;
    }

    /// <summary>Moves the weights of some features against a gradient.</summary>
    public void Update(ReadOnlySpan<uint> features, float gradient)
    {
        foreach (uint feature in features)
        {
            uint i = feature >> Shift;
            if (_kept is not null && !_kept[i]) continue;
            float g = gradient + (decay * _weights[i]);
            _features[i] = feature;
            if (penalty > 0)
            {
                UpdateProximal(i, g);
                continue;
            }
            _squares[i] += g * g;
            _weights[i] -= rate * g / (MathF.Sqrt(_squares[i]) + 1e-3f);
        }
    }

    /// <summary>Keeps the most important features and forgets all that was learned, to learn again with those alone.</summary>
    public void Prune(int count)
    {
        _kept = new bool[1 << Bits];
        foreach (int i in Ranked().Take(count)) _kept[i] = true;
        Array.Clear(_weights);
        Array.Clear(_squares);
        Array.Clear(_sums);
    }

    /// <summary>Gets the weights by feature, the most important first.</summary>
    public IEnumerable<KeyValuePair<uint, float>> Result() =>
        Ranked().Select(i => KeyValuePair.Create(_features[i], _weights[i]));

    private void UpdateProximal(uint i, float g)
    {
        const float Beta = 0.1f;
        float before = _squares[i], after = before + (g * g);
        float sum = _sums[i] + g - ((MathF.Sqrt(after) - MathF.Sqrt(before)) / rate * _weights[i]);
        (_squares[i], _sums[i]) = (after, sum);
        float beyond = MathF.Abs(sum) - penalty;
        _weights[i] = beyond <= 0 ? 0 : -MathF.CopySign(beyond, sum) * rate / (Beta + MathF.Sqrt(after));
    }

    // A weight matters by its size and by how often it was needed, of which the sum of its gradients' squares is a measure.
    private int[] Ranked()
    {
        int[] used = [.. Enumerable.Range(0, 1 << Bits).Where(i => _squares[i] > 0 && (penalty == 0 || _weights[i] != 0))];
        float[] importance = Array.ConvertAll(used, i => -MathF.Abs(_weights[i]) * MathF.Sqrt(_squares[i]));
        Array.Sort(importance, used);
        return used;
    }
}
