using TextRepair.Models;

namespace TextRepair.Ocr;

/// <summary>How probable a character is after up to three others: a pruned 4-gram model with back-off, read in place.</summary>
/// <remarks>
/// A trie in flat columns, some a level; the children of an entry lie together, sorted by number. Probabilities and
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

    private readonly EmbeddedTable _file; // keeps the memory behind the columns alive
    private readonly Column<byte> _costs, _backoffs, _pairCosts, _pairBackoffs, _longestCosts;
    private readonly Column<int> _firstTriple;
    private readonly Column<ushort> _longest;

    /// <summary>Opens a model.</summary>
    /// <param name="file">The file, as <see cref="LanguageModelFile"/> describes it.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="InvalidDataException">The tables are not as long as the file says.</exception>
    public LanguageModel(EmbeddedTable file, string name)
    {
        _file = file;
        var columns = new ColumnReader(file, name);
        ReadOnlySpan<int> lengths = columns.Next<int>(LanguageModelFile.Numbers).Span;
        (int tokens, int pairs, int triples, int many, int longest) = (lengths[0], lengths[1], lengths[2], lengths[3], lengths[4]);
        LowestBackoff = lengths[5];
        Vocabulary = new Vocabulary(columns.Next<char>(tokens - Vocabulary.First).Span);
        (_costs, _backoffs) = (columns.Next<byte>(tokens), columns.Next<byte>(tokens));
        int words = tokens * PairSet.WordsOf(tokens);
        Pairs = new PairSet(Vocabulary, columns.Next<ulong>(words), columns.Next<int>(tokens), columns.Next<ushort>(words));
        (_pairCosts, _pairBackoffs, _firstTriple) = (columns.Next<byte>(pairs), columns.Next<byte>(pairs), columns.Next<int>(pairs + 1));
        Triples = new TripleTable(columns.Next<uint>(triples), columns.Next<int>((triples / TripleTable.BlockSize) + 1), columns.Next<int>(many), columns.Next<int>(many));
        (_longest, _longestCosts) = (columns.Next<ushort>(longest), columns.Next<byte>(longest));
    }

    /// <summary>Gets the file.</summary>
    public ReadOnlySpan<byte> File => _file.Bytes;

    /// <summary>Gets the characters.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>Gets which tokens stand side by side in the model.</summary>
    public PairSet Pairs { get; }

    /// <summary>Gets the n-grams of three tokens.</summary>
    public TripleTable Triples { get; }

    /// <summary>Gets the least that the contexts of two and of three tokens add together where they are known; not above 0.</summary>
    public int LowestBackoff { get; }

    /// <summary>Gets how many n-grams of two, three and four tokens there are.</summary>
    public IReadOnlyList<int> Counts => [_pairCosts.Length, Triples.Count, _longest.Length];

    /// <summary>Looks up what stands before one of some tokens, back to a boundary.</summary>
    public LanguageContext Before(ReadOnlySpan<ushort> tokens, int at) =>
        Context(at > 2 ? tokens[at - 3] : Vocabulary.Boundary, at > 1 ? tokens[at - 2] : Vocabulary.Boundary, at > 0 ? tokens[at - 1] : Vocabulary.Boundary);

    /// <summary>Looks up three tokens as what stands before a place.</summary>
    /// <remarks>A boundary ends the context: what stands before it is not read.</remarks>
    public LanguageContext Context(ushort a, ushort b, ushort c)
    {
        LanguageContext last = Context(b, c);
        if (last.Two < 0 || b == Vocabulary.Boundary) return last;
        int ab = Pairs.Find(a, b), abc = ab < 0 ? -1 : Triples.Find(TriplesOf(ab), c);
        return abc < 0 ? last : last with { Three = abc, Backoff = last.Backoff + Triples.Backoff(abc) };
    }

    /// <summary>Looks up two tokens as what stands before a place.</summary>
    public LanguageContext Context(ushort b, ushort c)
    {
        LanguageContext last = Context(c);
        // What the model knows it knows without its first token too, so a pair it does not know ends the search.
        int bc = c == Vocabulary.Boundary ? -1 : Pairs.Find(b, c);
        return bc < 0 ? last : last with { Two = bc, Backoff = last.Backoff + PairBackoff(bc) };
    }

    /// <summary>Looks up one token as what stands before a place.</summary>
    public LanguageContext Context(ushort c) => new(c, -1, -1, _backoffs[c] - BackoffZero);

    /// <summary>Gets the cost of a token where nothing is known of what stands before it, back-off weights left out.</summary>
    public int FirstCost(ushort token) => _costs[token];

    /// <summary>Gets the cost of the second token of a pair after the first, where no more of what stands before is known.</summary>
    public int PairCost(int pair) => _pairCosts[pair];

    /// <summary>Gets which triples begin with a pair.</summary>
    public Range TriplesOf(int pair) => _firstTriple[pair].._firstTriple[pair + 1];

    /// <summary>Gets the cost of a token at a place: −ln P, in steps of 1/<see cref="Scale"/> nat.</summary>
    public int Cost(in LanguageContext context, ushort d)
    {
        int cd = Pairs.Find(context.Last, d);
        if (cd < 0) return context.Backoff + _costs[d];
        // The longest context first.
        if (context.Three >= 0 && CostOfLongest(context.Three, d) is >= 0 and var cost) return cost;
        return CostOfShorter(context, cd, context.Two < 0 ? -1 : Triples.Find(TriplesOf(context.Two), d));
    }

    /// <summary>Gets the cost of a token at a place, and moves on to the place behind it: every n-gram of a text is looked up once.</summary>
    /// <remarks>As K. Heafield, KenLM: Faster and smaller language model queries, WMT 2011, carries the state along.</remarks>
    /// <param name="context">What stands before the token; afterwards what stands before the next one.</param>
    /// <param name="d">The token.</param>
    public int Read(ref LanguageContext context, ushort d)
    {
        LanguageContext before = context;
        context = Context(d);
        int cd = Pairs.Find(before.Last, d);
        if (cd < 0) return before.Backoff + _costs[d];
        int bcd = before.Two < 0 ? -1 : Triples.Find(TriplesOf(before.Two), d);
        if (d != Vocabulary.Boundary)
        {
            context = context with { Two = cd, Backoff = context.Backoff + PairBackoff(cd) };
            if (bcd >= 0) context = context with { Three = bcd, Backoff = context.Backoff + Triples.Backoff(bcd) };
        }
        // What the model knows it knows without its first token too.
        return bcd >= 0 && before.Three >= 0 && CostOfLongest(before.Three, d) is >= 0 and var cost ? cost : CostOfShorter(before, cd, bcd);
    }

    private int CostOfLongest(int abc, ushort d)
    {
        Range children = Triples.Children(abc);
        int abcd = _longest.Span[children].BinarySearch(d);
        return abcd < 0 ? -1 : _longestCosts[children.Start.Value + abcd];
    }

    private int CostOfShorter(in LanguageContext context, int cd, int bcd)
    {
        int cost = context.Three < 0 ? 0 : Triples.Backoff(context.Three);
        if (bcd >= 0) return cost + Triples.Cost(bcd);
        return cost + (context.Two < 0 ? 0 : PairBackoff(context.Two)) + _pairCosts[cd];
    }

    /// <summary>Says whether two tokens side by side are in the model.</summary>
    public bool Knows(ushort left, ushort right) => Pairs.Knows(left, right);

    private int PairBackoff(int pair) => _pairBackoffs[pair] - BackoffZero;
}
