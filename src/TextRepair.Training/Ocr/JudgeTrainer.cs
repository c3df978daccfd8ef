using TextRepair.Ocr;

namespace TextRepair.Training.Ocr;

/// <summary>Fits an <see cref="AlternativeJudge"/> to pages with their truth: logistic regression, by Newton's method.</summary>
/// <param name="language">The language model.</param>
/// <param name="confusions">What is taken for what.</param>
internal sealed class JudgeTrainer(LanguageModel language, ConfusionModel confusions)
{
    private const int Rounds = 25;

    // Keeps weights of rare features small; the features are of the size of one to ten.
    private const double Penalty = 1;

    private static readonly int Width = AlternativeFeatures.Names.Count;

    private readonly OcrModels _models = new(language, confusions, new AlternativeJudge(new double[Width]));
    private readonly List<(double[] Features, bool Right)> _examples = [];

    /// <summary>Gets how many alternatives were added.</summary>
    public int Count => _examples.Count;

    /// <summary>Adds the alternatives of a page.</summary>
    public void Add(OcrPage page)
    {
        PageAlignment aligned = new PageAlignment(page.Truth, page.ReadWithoutExtras()).InParagraphs();
        var tokens = new TokenText(aligned.Read, language.Vocabulary);
        List<Alternative> alternatives = _models.Decoder.Find(aligned.Read, tokens);
        var counts = new DocumentCounts(aligned.Read, tokens, language.Vocabulary, alternatives);
        var describe = new AlternativeFeatures(_models, aligned.Read, tokens, counts);
        foreach (Alternative alternative in alternatives)
        {
            double[] features = new double[Width];
            describe.Describe(alternative, features);
            char? printed = aligned.Printed(tokens.Starts[alternative.Token]);
            _examples.Add((features, alternative.IsDeletion ? printed == null : printed == language.Vocabulary.Character(alternative.Id)));
        }
    }

    /// <summary>Fits the judge.</summary>
    public AlternativeJudge Train()
    {
        double[] weights = new double[Width];
        for (int round = 0; round < Rounds; round++) Step(weights);
        return new AlternativeJudge(weights);
    }

    // One step of Newton's method: gradient and curvature of the penalised likelihood, and a linear system to solve.
    private void Step(double[] weights)
    {
        double[,] system = new double[Width, Width + 1];
        for (int f = 0; f < Width; f++)
        {
            system[f, f] = Penalty;
            system[f, Width] = -Penalty * weights[f];
        }
        foreach ((double[] features, bool right) in _examples) Add(features, right, weights, system);
        double[] step = Solve(system);
        for (int f = 0; f < Width; f++) weights[f] += step[f];
    }

    private static void Add(double[] features, bool right, double[] weights, double[,] system)
    {
        double sum = 0;
        for (int f = 0; f < Width; f++) sum += weights[f] * features[f];
        double probability = 1 / (1 + Math.Exp(-sum)), curvature = probability * (1 - probability);
        for (int f = 0; f < Width; f++)
        {
            if (features[f] == 0) continue;
            for (int g = 0; g < Width; g++) system[f, g] += curvature * features[f] * features[g];
            system[f, Width] += ((right ? 1 : 0) - probability) * features[f];
        }
    }

    // Gaussian elimination; the penalty keeps the diagonal away from zero.
    private static double[] Solve(double[,] system)
    {
        for (int pivot = 0; pivot < Width; pivot++)
        {
            for (int row = 0; row < Width; row++)
            {
                if (row == pivot) continue;
                double factor = system[row, pivot] / system[pivot, pivot];
                for (int column = pivot; column <= Width; column++) system[row, column] -= factor * system[pivot, column];
            }
        }
        double[] solution = new double[Width];
        for (int f = 0; f < Width; f++) solution[f] = system[f, Width] / system[f, f];
        return solution;
    }
}
