using TextRepair.Segmentation;

namespace TextRepair.Ocr;

/// <summary>What speaks for and against an alternative, as numbers for <see cref="AlternativeJudge"/>.</summary>
/// <remarks>Costs are in nats. Features of substitutions are 0 for deletions, and the other way round.</remarks>
internal sealed class AlternativeFeatures(OcrModels models, string text, TokenText tokens, DocumentCounts counts)
{
    // So many characters on either side are divided into words: no word is longer.
    private const int Reach = 8;

    /// <summary>Gets the names, in the order of the numbers.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "always", "gain", "channel", "unlisted", "unlisted gain", "words", "rarity read", "rarity put", "pairs read", "pairs put",
        "read often", "put often", "suspects", "deleted", "deleted gain", "deleted words", "unlisted pairs put",
        "margin", "rival", "deleted after mark",
    ];

    /// <summary>Describes an alternative.</summary>
    /// <param name="alternative">The alternative.</param>
    /// <param name="features">Receives as many numbers as there are names.</param>
    public void Describe(Alternative alternative, Span<double> features)
    {
        features.Clear();
        features[0] = 1;
        features[12] = Math.Min(4, alternative.Suspects);
        int at = tokens.Starts[alternative.Token];
        if (alternative.IsDeletion) DescribeDeletion(alternative, at, features);
        else DescribeSubstitution(alternative, at, features);
        double rarity = Nats(models.Language.FirstCost(tokens.Ids[alternative.Token]));
        if (!alternative.IsDeletion) features[6] = rarity;
        features[10] = Frequency(counts.Count(text[at]) - 1, rarity);
    }

    private void DescribeSubstitution(Alternative alternative, int at, Span<double> features)
    {
        char put = models.Language.Vocabulary.Character(alternative.Id);
        features[1] = Nats(alternative.Gain);
        features[2] = alternative.IsUnlisted ? 0 : Nats(alternative.Channel);
        features[3] = alternative.IsUnlisted ? 1 : 0;
        features[4] = alternative.IsUnlisted ? Nats(alternative.Gain) : 0;
        features[5] = Words(at, [put]);
        features[7] = Nats(models.Language.FirstCost(alternative.Id));
        features[8] = counts.Sides(at, text[at], 1);
        features[9] = counts.Sides(at, put, 0);
        features[16] = alternative.IsUnlisted ? features[9] : 0;
        features[11] = Frequency(counts.Count(put), features[7]);
        features[17] = Margin(alternative);
        features[18] = alternative.Rival > 0 ? 1 : 0;
    }

    private void DescribeDeletion(Alternative alternative, int at, Span<double> features)
    {
        features[13] = 1;
        features[14] = Nats(alternative.Gain);
        features[15] = Words(at, []);
        features[19] = "，。、；：？！\n".Contains(at > 0 ? text[at - 1] : '\n', StringComparison.Ordinal) ? 1 : 0;
    }

    private static double Margin(Alternative alternative) => Math.Clamp(Nats(alternative.Rank - alternative.Rival), -8, 8);

    // How much cheaper the division into words becomes.
    private double Words(int at, ReadOnlySpan<char> put)
    {
        int from = Math.Max(0, at - Reach), to = Math.Min(text.Length, at + 1 + Reach);
        Span<char> changed = stackalloc char[2 * Reach + 1];
        text.AsSpan(from, at - from).CopyTo(changed);
        put.CopyTo(changed[(at - from)..]);
        text.AsSpan(at + 1, to - at - 1).CopyTo(changed[(at - from + put.Length)..]);
        return Lexicon.Default.Cost(text.AsSpan(from, to - from)) - Lexicon.Default.Cost(changed[..(to - from - 1 + put.Length)]);
    }

    // Against what the language lets expect of a document of this length.
    private double Frequency(int count, double rarity) => Math.Log((count + 1) / (counts.Length * Math.Exp(-rarity) + 1));

    private static double Nats(int steps) => (double)steps / LanguageModel.Scale;
}
