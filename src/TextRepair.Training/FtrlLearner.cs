using TextRepair.Context;

namespace TextRepair.Training;

/// <summary>Logistic regression with sparse weights: FTRL-Proximal (McMahan and others, 2013, "Ad click prediction").</summary>
internal sealed class FtrlLearner
{
    private const int Bias = 1 << FeatureExtractor.KeyBits;

    private readonly float[] _z = new float[Bias + 1];
    private readonly float[] _n = new float[Bias + 1];
    private readonly float _alpha, _beta, _l1, _l2;

    public FtrlLearner(float alpha, float beta, float l1, float l2) => (_alpha, _beta, _l1, _l2) = (alpha, beta, l1, l2);

    public double BiasWeight => Weight(Bias, 0);

    public double Score(ReadOnlySpan<uint> features)
    {
        double sum = BiasWeight;
        foreach (uint key in features) sum += Weight((int)key, _l1);
        return sum;
    }

    public float WeightOf(uint key) => Weight((int)key, _l1);

    public void Learn(ReadOnlySpan<uint> features, bool positive, float weight)
    {
        double p = 1 / (1 + Math.Exp(-Score(features)));
        float gradient = (float)(p - (positive ? 1 : 0)) * weight;
        Update(Bias, gradient, 0);
        foreach (uint key in features) Update((int)key, gradient, _l1);
    }

    private void Update(int key, float gradient, float l1)
    {
        float n = _n[key], squared = gradient * gradient;
        float sigma = (MathF.Sqrt(n + squared) - MathF.Sqrt(n)) / _alpha;
        _z[key] += gradient - (sigma * Weight(key, l1));
        _n[key] = n + squared;
    }

    private float Weight(int key, float l1)
    {
        float z = _z[key];
        if (MathF.Abs(z) <= l1) return 0;
        return -(z - (MathF.Sign(z) * l1)) / (((_beta + MathF.Sqrt(_n[key])) / _alpha) + _l2);
    }
}
