namespace TextRepair.Ocr;

/// <summary>How probable a character is after up to three others: a pruned 4-gram model with back-off.</summary>
/// <remarks>
/// A trie in flat arrays, one set a level; the children of an entry lie together, sorted by number. Probabilities and
/// back-off weights are bytes in steps of 1/<see cref="Scale"/> nat: sums of integers are the same on every machine.
/// </remarks>
internal sealed class LanguageModel
{
    /// <summary>The longest n-gram.</summary>
    public const int Order = 4;

    /// <summary>Steps of one nat in all scores.</summary>
    public const int Scale = 16;

    // A back-off weight of 0 means ln 1 + BackoffZero/Scale: weights a little above one exist.
    internal const int BackoffZero = 32;

    private readonly LanguageModelLevel[] _levels;

    /// <summary>Initialises a model with its levels, unigrams first.</summary>
    public LanguageModel(Vocabulary vocabulary, LanguageModelLevel[] levels) => (Vocabulary, _levels) = (vocabulary, levels);

    /// <summary>Gets the characters.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>Gets the levels, unigrams first.</summary>
    public ReadOnlySpan<LanguageModelLevel> Levels => _levels;

    /// <summary>Gets the cost of a token after others: −ln P, in steps of 1/<see cref="Scale"/> nat.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="at">Which of them is priced; what is before it, back to a boundary, is its context.</param>
    public int Cost(ReadOnlySpan<ushort> tokens, int at) =>
        Cost(at > 2 ? tokens[at - 3] : (ushort)0, at > 1 ? tokens[at - 2] : (ushort)0, at > 0 ? tokens[at - 1] : (ushort)0, tokens[at]);

    /// <summary>Gets the cost of <paramref name="d"/> after <paramref name="a"/>, <paramref name="b"/>, <paramref name="c"/>.</summary>
    /// <remarks>A boundary ends the context: what stands before it is not read.</remarks>
    public int Cost(ushort a, ushort b, ushort c, ushort d)
    {
        LanguageModelLevel two = _levels[1], three = _levels[2], four = _levels[3];
        int unit = c;
        int cost = 0;
        if (c != 0)
        {
            // The longest context first: find the contexts bc and abc, and look for d under each.
            int bc = two.Find(_levels[0], b, c);
            if (bc >= 0)
            {
                if (b != 0)
                {
                    int ab = two.Find(_levels[0], a, b);
                    int abc = ab < 0 ? -1 : three.Find(two, ab, c);
                    if (abc >= 0)
                    {
                        int abcd = four.Find(three, abc, d);
                        if (abcd >= 0) return four.Costs[abcd];
                        cost += three.Backoffs[abc] - BackoffZero;
                    }
                }
                int bcd = three.Find(two, bc, d);
                if (bcd >= 0) return cost + three.Costs[bcd];
                cost += two.Backoffs[bc] - BackoffZero;
            }
        }
        int cd = two.Find(_levels[0], unit, d);
        if (cd >= 0) return cost + two.Costs[cd];
        return cost + _levels[0].Backoffs[unit] - BackoffZero + _levels[0].Costs[d];
    }

    /// <summary>Says whether two tokens side by side are in the model.</summary>
    public bool Knows(ushort left, ushort right) => _levels[1].Find(_levels[0], left, right) >= 0;
}
