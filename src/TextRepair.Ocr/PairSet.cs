namespace TextRepair.Ocr;

/// <summary>Which tokens the language model knows side by side: one bit a pair, so that clean text is passed in next to no time.</summary>
internal sealed class PairSet
{
    private readonly Vocabulary _vocabulary;
    private readonly ulong[] _bits;
    private readonly int _width;

    /// <summary>Initialises the set with the pairs of a model.</summary>
    public PairSet(Vocabulary vocabulary, LanguageModelLevel ones, LanguageModelLevel twos)
    {
        _vocabulary = vocabulary;
        _width = (_vocabulary.Count + 63) / 64;
        _bits = new ulong[_vocabulary.Count * _width];
        for (int left = 0; left < _vocabulary.Count; left++)
            for (int i = ones.First[left]; i < ones.First[left + 1]; i++)
                _bits[left * _width + twos.Ids[i] / 64] |= 1UL << (twos.Ids[i] & 63);
    }

    /// <summary>Says whether two tokens are known side by side.</summary>
    public bool Knows(ushort left, ushort right) => ((_bits[left * _width + (right >> 6)] >> (right & 63)) & 1) != 0;

    /// <summary>Counts the Han characters of a text and the pairs of them that the model does not know.</summary>
    public (int Han, int Strange) Count(ReadOnlySpan<char> text)
    {
        int han = 0, strange = 0, left = -1;
        foreach (char c in text)
        {
            if (c is < '\u4e00' or > '\u9fff')
            {
                if (c != ' ') left = -1;
                continue;
            }
            han++;
            ushort id = _vocabulary[c];
            if (left >= 0 && !Knows((ushort)left, id)) strange++;
            left = id;
        }
        return (han, strange);
    }
}
