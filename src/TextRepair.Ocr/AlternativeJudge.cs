using System.Globalization;

namespace TextRepair.Ocr;

/// <summary>Weighs alternatives: logistic regression over <see cref="AlternativeFeatures"/>, fitted to pages with their truth.</summary>
internal sealed class AlternativeJudge
{
    private readonly double[] _weights;

    /// <summary>Initialises a judge.</summary>
    /// <param name="weights">A weight for each feature.</param>
    public AlternativeJudge(double[] weights) => _weights = weights;

    /// <summary>Gets the log-odds of an alternative against everything else that may have stood there, on a page as damaged as those of the training.</summary>
    public double LogOdds(ReadOnlySpan<double> features)
    {
        double sum = 0;
        for (int i = 0; i < _weights.Length; i++) sum += _weights[i] * features[i];
        return sum;
    }

    /// <summary>Writes the weights: a line a feature, its name and the number.</summary>
    public void Write(TextWriter output)
    {
        for (int i = 0; i < _weights.Length; i++)
            output.Write(string.Create(CultureInfo.InvariantCulture, $"{AlternativeFeatures.Names[i]}\t{_weights[i]:0.0000}\n"));
    }

    /// <summary>Reads weights.</summary>
    /// <exception cref="InvalidDataException">A line is not the feature expected there and its weight.</exception>
    public static AlternativeJudge Read(TextReader input, string name)
    {
        double[] weights = new double[AlternativeFeatures.Names.Count];
        for (int i = 0; i < weights.Length; i++)
        {
            string line = input.ReadLine() ?? "the end of the file";
            string[] columns = line.Split('\t');
            if (columns.Length != 2 || columns[0] != AlternativeFeatures.Names[i] || !double.TryParse(columns[1], CultureInfo.InvariantCulture, out weights[i]))
                throw new InvalidDataException($"{name}, line {i + 1}: expected \"{AlternativeFeatures.Names[i]}\", a tab and a number, found \"{line}\". Train the models again.");
        }
        return new AlternativeJudge(weights);
    }
}
