using TextRepair.Ocr;

namespace TextRepair.Training.Ocr;

/// <summary>Learns a <see cref="LanguageModel"/> from clean text.</summary>
/// <remarks>
/// Counting is sorting: every window of four tokens becomes one 52-bit key. 100 million characters take about 4 GB and
/// some minutes on one core. The same text gives the same bytes.
/// </remarks>
internal sealed class LanguageModelTrainer
{
    private const int MinimumCount = 12;
    private const int LargestVocabulary = (1 << NgramCounts.Bits) - Vocabulary.First;

    private readonly long[] _characters = new long[0x10000];
    private readonly List<string> _texts = [];

    /// <summary>Gets how many characters were added.</summary>
    public long CharacterCount { get; private set; }

    /// <summary>Gets how many documents were added.</summary>
    public int DocumentCount => _texts.Count;

    /// <summary>Adds a text.</summary>
    public void Add(string text)
    {
        _texts.Add(text);
        CharacterCount += text.Length;
        foreach (char c in text) _characters[Vocabulary.Fold(c)]++;
    }

    /// <summary>Learns the model; the texts are forgotten.</summary>
    /// <param name="entries">About how many n-grams to keep.</param>
    public LanguageModel Train(int entries)
    {
        Vocabulary vocabulary = BuildVocabulary();
        NgramCounts[] counts = Count(vocabulary);
        return new NgramPruner(new KneserNey(counts, vocabulary.Count), entries).Build(vocabulary);
    }

    private Vocabulary BuildVocabulary()
    {
        char[] characters =
        [
            .. Enumerable.Range(0, 0x10000).Select(c => (char)c)
                .Where(c => _characters[c] >= MinimumCount && !char.IsSurrogate(c) && !char.IsWhiteSpace(c) && !char.IsControl(c) && !char.IsAscii(c))
                .OrderByDescending(c => _characters[c]).ThenBy(c => c)
                .Take(LargestVocabulary),
        ];
        return new Vocabulary(characters);
    }

    private NgramCounts[] Count(Vocabulary vocabulary)
    {
        var four = new List<ulong>((int)CharacterCount);
        List<ulong> three = [], two = [];
        foreach (string text in _texts)
        {
            ReadOnlySpan<ushort> ids = new TokenText(text, vocabulary).Ids;
            int start = 0;
            for (int i = 1; i < ids.Length; i++)
            {
                int length = Math.Min(i - start + 1, 4);
                List<ulong> keys = length switch { 2 => two, 3 => three, _ => four };
                keys.Add(Key(ids[(i - length + 1)..(i + 1)]));
                if (ids[i] == Vocabulary.Boundary) start = i;
            }
        }
        _texts.Clear();
        NgramCounts fours = NgramCounts.Longest(4, [.. four]);
        four.Clear();
        four.TrimExcess();
        NgramCounts threes = fours.Shorter([.. three]);
        NgramCounts twos = threes.Shorter([.. two]);
        // Every token has a place among the unigrams, seen or not.
        NgramCounts ones = twos.Shorter([.. Enumerable.Range(0, vocabulary.Count).Select(id => (ulong)id)]);
        return [ones, twos, threes, fours];
    }

    private static ulong Key(ReadOnlySpan<ushort> ids)
    {
        ulong key = 0;
        foreach (ushort id in ids) key = (key << NgramCounts.Bits) | id;
        return key;
    }
}
