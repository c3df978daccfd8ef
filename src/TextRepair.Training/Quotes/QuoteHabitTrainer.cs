using System.Buffers;
using System.Runtime.InteropServices;
using TextRepair.Pairing;

namespace TextRepair.Training.Quotes;

/// <summary>Fits <see cref="QuoteHabits"/> to documents that the model of single quotes was not trained on: multinomial logistic regression by stochastic gradients.</summary>
/// <remarks>
/// Closing quotes are taken away, all of a document, half of them, or one, so that it learns what to make of open quotes and of
/// closed ones. The same documents give the same bytes.
/// </remarks>
internal static class QuoteHabitTrainer
{
    private const int MostOfASource = 500, Passes = 20, Features = QuoteCommons.FeatureCount;
    private const float Rate = 0.5f, LastShare = 0.02f;

    // Other sources are further away than the documents left out of these.
    private const float Trust = 0.9f;

    private static readonly Func<string, Random, DamagedText>[] Damages = [QuoteDamage.LoseAll, QuoteDamage.LoseHalf, QuoteDamage.LoseOne, QuoteDamage.LoseOne];
    private static readonly SearchValues<char> Marks = SearchValues.Create("“”〝〞");

    /// <summary>Fits the weights.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="model">What judges each quote alone.</param>
    /// <returns>The content of <c>quote-habits.bin</c>.</returns>
    public static byte[] Train(IEnumerable<CorpusDocument> documents, QuoteModel model)
    {
        var cases = new List<Case>();
        var random = new Random(7);
        foreach (CorpusDocument document in documents.Where(text => text.Text.Contains('”', StringComparison.Ordinal)).GroupBy(text => text.Source).SelectMany(source => source.Take(MostOfASource)))
            foreach (Func<string, Random, DamagedText> damage in Damages) Collect(damage(document.Text, random), model, cases);
        float[] weights = Fit(cases, random);
        return QuoteHabits.Format(Array.ConvertAll(weights, weight => weight * Trust));
    }

    private static void Collect(DamagedText damaged, QuoteModel model, List<Case> cases)
    {
        var scan = new QuoteScan(damaged.Text, new KnownQuotes(model));
        scan.Run();
        var commons = new QuoteCommons(damaged.Text, scan.Closed, scan.Choices);
        for (int i = 0; i < scan.Choices.Count; i++)
        {
            QuoteChoice choice = scan.Choices[i];
            int truth = FindTruth(damaged, choice);
            if (truth < 0) continue;
            double[] features = new double[choice.Places.Length * Features];
            commons.Extract(i, features);
            cases.Add(new Case(Array.ConvertAll(features, value => (float)value), truth));
        }
    }

    // The number of the right place; -1 where it is not among them, or where no quote was lost.
    private static int FindTruth(DamagedText damaged, QuoteChoice choice)
    {
        TextEdit? lost = damaged.Repairs.FirstOrDefault(repair => repair.Start > choice.Open);
        if (lost is null || damaged.Text.AsSpan(choice.Open + 1, lost.Start - choice.Open - 1).ContainsAny(Marks)) return -1;
        ReadOnlySpan<char> content = damaged.Text.AsSpan(choice.Open + 1, lost.Start - choice.Open - 1);
        return content.Length > QuoteSpan.LongestContent || content.Contains('\n') ? 0 : choice.Places.IndexOf(lost.Start);
    }

    private static float[] Fit(List<Case> cases, Random random)
    {
        float[] weights = new float[Features], squares = new float[Features], gradients = new float[Features];
        weights[0] = 1;
        Array.Fill(squares, 1);
        for (int pass = 0; pass < Passes; pass++)
        {
            float rate = Rate * MathF.Max(LastShare, 1 - ((pass + 1f) / Passes));
            random.Shuffle(CollectionsMarshal.AsSpan(cases));
            foreach (Case item in cases)
            {
                AddGradients(item, weights, gradients);
                for (int f = 0; f < Features; f++)
                {
                    squares[f] += gradients[f] * gradients[f];
                    weights[f] -= rate * gradients[f] / MathF.Sqrt(squares[f]);
                }
            }
        }
        return weights;
    }

    private static void AddGradients(Case item, float[] weights, float[] gradients)
    {
        Array.Clear(gradients);
        Span<float> scores = stackalloc float[QuoteChoice.Most];
        scores = scores[..(item.Features.Length / Features)];
        for (int k = 0; k < scores.Length; k++)
            for (int f = 0; f < Features; f++) scores[k] += weights[f] * item.Features[(k * Features) + f];
        Softmax.Apply(scores);
        for (int k = 0; k < scores.Length; k++)
        {
            float error = scores[k] - (k == item.Truth ? 1 : 0);
            for (int f = 0; f < Features; f++) gradients[f] += error * item.Features[(k * Features) + f];
        }
    }

    private readonly record struct Case(float[] Features, int Truth);
}
