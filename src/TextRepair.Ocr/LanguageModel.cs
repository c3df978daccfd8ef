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
    public LanguageModel(Vocabulary vocabulary, LanguageModelLevel[] levels) =>
        (Vocabulary, _levels, Pairs, LowestBackoff) = (vocabulary, levels, new PairSet(vocabulary, levels[0], levels[1]), Lowest(levels[1]) + Lowest(levels[2]));

    /// <summary>Gets the characters.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>Gets which tokens stand side by side in the model.</summary>
    public PairSet Pairs { get; }

    /// <summary>Gets the least that the contexts of two and of three tokens add together where they are known; not above 0.</summary>
    public int LowestBackoff { get; }

    /// <summary>Gets the levels, unigrams first.</summary>
    public ReadOnlySpan<LanguageModelLevel> Levels => _levels;

    /// <summary>Gets the cost of a token after others: −ln P, in steps of 1/<see cref="Scale"/> nat.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="at">Which of them is priced; what is before it, back to a boundary, is its context.</param>
    public int Cost(ReadOnlySpan<ushort> tokens, int at) =>
        Cost(at > 2 ? tokens[at - 3] : (ushort)0, at > 1 ? tokens[at - 2] : (ushort)0, at > 0 ? tokens[at - 1] : (ushort)0, tokens[at]);

    /// <summary>Gets the cost of <paramref name="d"/> after <paramref name="a"/>, <paramref name="b"/>, <paramref name="c"/>.</summary>
    /// <remarks>A boundary ends the context: what stands before it is not read.</remarks>
    public int Cost(ushort a, ushort b, ushort c, ushort d) => Cost(Context(a, b, c), d);

    /// <summary>Looks up three tokens as what stands before a place.</summary>
    public LanguageContext Context(ushort a, ushort b, ushort c)
    {
        LanguageContext last = Context(b, c);
        if (last.Two < 0 || b == Vocabulary.Boundary || !Pairs.Knows(a, b)) return last;
        int abc = _levels[2].Find(_levels[1], _levels[1].Find(_levels[0], a, b), c);
        return abc < 0 ? last : last with { Three = abc, Backoff = last.Backoff + _levels[2].Backoffs[abc] - BackoffZero };
    }

    /// <summary>Looks up two tokens as what stands before a place.</summary>
    public LanguageContext Context(ushort b, ushort c)
    {
        LanguageContext last = Context(c);
        // What the model knows it knows without its first token too, so a pair it does not know ends the search.
        if (c == Vocabulary.Boundary || !Pairs.Knows(b, c)) return last;
        int bc = _levels[1].Find(_levels[0], b, c);
        return last with { Two = bc, Backoff = last.Backoff + _levels[1].Backoffs[bc] - BackoffZero };
    }

    /// <summary>Looks up one token as what stands before a place.</summary>
    public LanguageContext Context(ushort c) => new(c, -1, -1, _levels[0].Backoffs[c] - BackoffZero);

    /// <summary>Gets the cost of a token where nothing is known of what stands before it, back-off weights left out.</summary>
    public int FirstCost(ushort token) => _levels[0].Costs[token];

    /// <summary>Gets the cost of a token at a place.</summary>
    public int Cost(in LanguageContext context, ushort d)
    {
        LanguageModelLevel one = _levels[0], two = _levels[1], three = _levels[2], four = _levels[3];
        if (!Pairs.Knows(context.Last, d)) return context.Backoff + one.Costs[d];
        int cost = 0;
        // The longest context first.
        if (context.Three >= 0)
        {
            int abcd = four.Find(three, context.Three, d);
            if (abcd >= 0) return four.Costs[abcd];
            cost += three.Backoffs[context.Three] - BackoffZero;
        }
        if (context.Two >= 0)
        {
            int bcd = three.Find(two, context.Two, d);
            if (bcd >= 0) return cost + three.Costs[bcd];
            cost += two.Backoffs[context.Two] - BackoffZero;
        }
        return cost + two.Costs[two.Find(one, context.Last, d)];
    }

    /// <summary>Says whether two tokens side by side are in the model.</summary>
    public bool Knows(ushort left, ushort right) => Pairs.Knows(left, right);

    private static int Lowest(LanguageModelLevel level) => level.Backoffs.Length == 0 ? 0 : Math.Min(0, level.Backoffs.Min() - BackoffZero);
}
