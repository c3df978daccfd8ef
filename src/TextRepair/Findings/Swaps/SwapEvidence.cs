namespace TextRepair.Findings.Swaps;

/// <summary>What a text says for a suspect's having been put for an original.</summary>
/// <param name="Suspect">The suspect.</param>
/// <param name="Original">The original.</param>
/// <param name="Similarity">How much alike the places of both are in clean text.</param>
/// <param name="Length">The length of the text.</param>
/// <param name="Found">How often the suspect stands in the text.</param>
/// <param name="Alive">How often the original does.</param>
internal readonly record struct SwapEvidence(SwapWord Suspect, SwapWord Original, double Similarity, int Length, int Found, int Alive)
{
    // Logistic regressions, fitted on documents with eight words swapped against clean ones, both left out of training:
    // what counts say, and what the places of the suspect say beside.
    private const double CountBias = -11.942, Bias = -7.702;

    private static readonly double[] CountWeights = [2.008, -6.418, 8.093, 2.936, -1.084, 0.1022, 1.071, 0.2115, -0.6123, 0.1502];

    private static readonly double[] Weights = [1.403, 0, 2.372, 1.697, -0.8308, 0.4395, 1.08, 0.06406, -0.227, 0.1862, -0.5352, 0.003383, 0.5805, -0.5004, 0.3717, -0.4543];

    /// <summary>The number of values that are weighed.</summary>
    public const int ValueCount = 16;

    private const int CountValues = 10;

    /// <summary>Gets how often the suspect stands in as much clean text.</summary>
    public double Expected => Suspect.Rate * Length;

    /// <summary>Gets how often the original does.</summary>
    public double ExpectedAlive => Original.Rate * Length;

    /// <summary>Gets how often the suspect stands in the text, repeated surroundings counted once.</summary>
    public int Count { get; init; } = Found;

    /// <summary>Gets what was seen of the places of the suspect.</summary>
    public SwapPlaces Places { get; init; }

    /// <summary>Gets what counts alone say: natural log-odds that the suspect was put for the original.</summary>
    public double CountLogOdds
    {
        get
        {
            Span<double> values = stackalloc double[CountValues];
            WriteCounts(values);
            return Weigh(values, CountWeights, CountBias);
        }
    }

    /// <summary>Bounds what counts can say, without a logarithm: <see cref="CountLogOdds"/> is never above.</summary>
    /// <param name="suspect">The suspect.</param>
    /// <param name="pair">What <see cref="BoundOfPair"/> says of it and an original, or the most it says of any.</param>
    /// <param name="logLength">The natural logarithm of the length of the text.</param>
    /// <param name="logCount">The natural logarithm of how often the suspect stands there.</param>
    public static double BoundByCounts(SwapWord suspect, double pair, double logLength, double logCount) =>
        CountBias + pair
        + (CountWeights[0] * logCount) + (CountWeights[4] * (suspect.LogRate + logLength)) + (CountWeights[5] * suspect.LogSpread)
        + (CountWeights[6] * logLength) + (CountWeights[7] * suspect.LogSpread * logCount);

    /// <summary>Gets the part of <see cref="BoundByCounts"/> that is the same in all texts.</summary>
    /// <param name="suspect">The suspect.</param>
    /// <param name="original">The original.</param>
    /// <param name="similarity">How much alike the places of both are.</param>
    public static double BoundOfPair(SwapWord suspect, SwapWord original, double similarity) =>
        (CountWeights[2] * similarity) + (suspect.SharesCharacter(original) ? CountWeights[3] : 0)
        + (CountWeights[6] * original.LogRate) + (CountWeights[9] * original.LogSpread);

    /// <summary>Gets what counts and places say: natural log-odds that the suspect was put for the original.</summary>
    public double LogOdds
    {
        get
        {
            Span<double> values = stackalloc double[ValueCount];
            Write(values);
            return Weigh(values, Weights, Bias);
        }
    }

    /// <summary>Writes the values that are weighed.</summary>
    public void Write(Span<double> values)
    {
        WriteCounts(values);
        values[10] = Places.Gain;
        values[11] = Places.Better;
        values[12] = Places.Fit;
        values[13] = Places.OwnFit;
        values[14] = Places.Gain * Math.Sqrt(Math.Min(Count, 6));
        values[15] = Places.Better * Math.Log(Count + 1);
    }

    private void WriteCounts(Span<double> values)
    {
        double logCount = Math.Log(Count), logSpread = Suspect.LogSpread, logLength = Math.Log(Length);
        values[0] = logCount;
        values[1] = Math.Min(Alive, 3);
        values[2] = Similarity;
        values[3] = Suspect.SharesCharacter(Original) ? 1 : 0;
        values[4] = Suspect.LogRate + logLength;
        values[5] = logSpread;
        values[6] = Original.LogRate + logLength;
        values[7] = logSpread * logCount;
        values[8] = Math.Abs(Math.Log((Count + 0.5) / (ExpectedAlive + 0.5)));
        values[9] = Original.LogSpread;
    }

    private static double Weigh(ReadOnlySpan<double> values, double[] weights, double bias)
    {
        double sum = bias;
        for (int i = 0; i < values.Length; i++) sum += weights[i] * values[i];
        return sum;
    }
}
