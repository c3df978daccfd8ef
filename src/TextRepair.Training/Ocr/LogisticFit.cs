namespace TextRepair.Training.Ocr;

/// <summary>Fits a few weights to examples by logistic regression; the same examples give the same weights.</summary>
internal static class LogisticFit
{
    private const int Passes = 200;
    private const double Step = 0.05, Penalty = 2e-4;

    /// <summary>Fits the weights.</summary>
    /// <param name="examples">What is seen of each example, and whether it is one of those looked for.</param>
    /// <param name="weightOfOthers">How much more an example that is not looked for counts.</param>
    public static double[] Fit(IReadOnlyList<(double[] Features, bool IsOne)> examples, double weightOfOthers = 1)
    {
        double[] weights = new double[examples[0].Features.Length];
        for (int pass = 0; pass < Passes; pass++)
        {
            double step = Step / (1 + (pass / 20.0));
            foreach ((double[] features, bool isOne) in examples)
            {
                double error = (1 / (1 + Math.Exp(-Sum(weights, features))) - (isOne ? 1 : 0)) * (isOne ? 1 : weightOfOthers);
                for (int i = 0; i < weights.Length; i++)
                    if (features[i] != 0) weights[i] -= step * ((error * features[i]) + (Penalty * weights[i]));
            }
        }
        return weights;
    }

    /// <summary>Gets the log-odds of an example.</summary>
    public static double Sum(double[] weights, double[] features)
    {
        double sum = 0;
        for (int i = 0; i < weights.Length; i++) sum += weights[i] * features[i];
        return sum;
    }
}
