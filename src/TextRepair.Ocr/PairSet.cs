namespace TextRepair.Ocr;

/// <summary>Which tokens the language model knows side by side, and which are usual there: two bits a pair, so that clean text is passed in next to no time.</summary>
internal sealed class PairSet
{
    /// <summary>A pair that the model does not know.</summary>
    public const int Strange = 0;

    /// <summary>A pair that stands together much more often than chance has it.</summary>
    public const int Usual = 3;

    private const int Known = 1;
    private const int PairsOfWord = 32;

    // Two nats: misreadings that make a scan stand beside no pair as usual as that, 95 in 100 of them.
    private const int LeastGain = 2 * LanguageModel.Scale;

    private readonly Vocabulary _vocabulary;
    private readonly ulong[] _bits;
    private readonly int _width;

    /// <summary>Initialises the set with the pairs of a model.</summary>
    public PairSet(Vocabulary vocabulary, LanguageModelLevel ones, LanguageModelLevel twos)
    {
        _vocabulary = vocabulary;
        _width = (_vocabulary.Count + PairsOfWord - 1) / PairsOfWord;
        _bits = new ulong[_vocabulary.Count * _width];
        for (int left = 0; left < _vocabulary.Count; left++)
            for (int i = ones.First[left]; i < ones.First[left + 1]; i++)
                Add(left, twos.Ids[i], twos.Costs[i] + LeastGain <= ones.Costs[twos.Ids[i]] ? Usual : Known);
    }

    /// <summary>Says whether two tokens are known side by side.</summary>
    public bool Knows(ushort left, ushort right) => (Word(left, right) & 1) != 0;

    /// <summary>Says how well a pair is known: <see cref="Strange"/>, something between, or <see cref="Usual"/>.</summary>
    public int Look(ushort left, ushort right) => (int)(Word(left, right) & 3);

    /// <summary>Says whether a token stands oddly between pairs: one of them is strange, and the other is not usual.</summary>
    public static bool IsOdd(int before, int after) => before != Usual && after != Usual && (before == Strange || after == Strange);

    /// <summary>Counts the Han characters of a text and those that stand oddly.</summary>
    public (int Han, int Odd) Count(ReadOnlySpan<char> text)
    {
        int han = 0, odd = 0, before = Usual;
        ushort last = Vocabulary.Boundary;
        bool isHan = false;
        foreach (char c in text)
        {
            ushort id = _vocabulary[c];
            // As in TokenText: white space is nothing, runs of digits and of Latin letters are one token.
            if (id < Vocabulary.First && (id == Vocabulary.Unknown ? char.IsWhiteSpace(c) : id == last)) continue;
            int after = Look(last, id);
            if (isHan) Add(before, after, ref han, ref odd);
            (last, before, isHan) = (id, after, Vocabulary.IsHan(c));
        }
        if (isHan) Add(before, Look(last, Vocabulary.Boundary), ref han, ref odd);
        return (han, odd);
    }

    private static void Add(int before, int after, ref int han, ref int odd)
    {
        han++;
        if (IsOdd(before, after)) odd++;
    }

    private ulong Word(int left, int right) => _bits[left * _width + (right / PairsOfWord)] >> (2 * (right % PairsOfWord));

    private void Add(int left, int right, int value) => _bits[left * _width + (right / PairsOfWord)] |= (ulong)value << (2 * (right % PairsOfWord));
}
