namespace TextRepair.Training.Quotes;

/// <summary>Weights that are trained by stochastic gradients with a rate of their own for each (Duchi 2011).</summary>
internal sealed class AdaGrad(int bits, float rate, float decay)
{
    private readonly float[] _weights = new float[1 << bits];
    private readonly float[] _squares = new float[1 << bits];
    private readonly int _shift = 32 - bits;

    /// <summary>Gets the weights.</summary>
    public ReadOnlySpan<float> Weights => _weights;

    /// <summary>Adds the weights of some features.</summary>
    public float Sum(ReadOnlySpan<uint> features)
    {
        float sum = 0;
        foreach (uint feature in features) sum += _weights[feature >> _shift];
        return sum;
    }

    /// <summary>Moves the weights of some features against a gradient.</summary>
    public void Update(ReadOnlySpan<uint> features, float gradient)
    {
        foreach (uint feature in features)
        {
            uint i = feature >> _shift;
            float g = gradient + (decay * _weights[i]);
            _squares[i] += g * g;
            _weights[i] -= rate * g / (MathF.Sqrt(_squares[i]) + 1e-3f);
        }
    }
}
