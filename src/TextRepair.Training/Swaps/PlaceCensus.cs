using TextRepair.Findings.Swaps;

namespace TextRepair.Training.Swaps;

/// <summary>Counts the places of words of two characters in raw text, as a swapper finds them, across the boundaries of words.</summary>
internal sealed class PlaceCensus
{
    private const double Half = 1.41;

    private static readonly double[] Lengths = [150, 300, 600, 1200, 2500, 5000, 10_000, 20_000];

    private readonly Dictionary<uint, int> _numbers = [];
    private readonly int[] _places, _documents, _here;
    private readonly long[] _lengths = new long[Lengths.Length];
    private readonly List<int> _seen = [];
    private long _characters;

    public PlaceCensus(IReadOnlyList<string> words)
    {
        foreach (string word in words) _numbers.Add(SwapWord.KeyOf(word[0], word[1]), _numbers.Count);
        (_places, _documents, _here) = (new int[words.Count], new int[words.Count], new int[words.Count]);
    }

    /// <summary>Counts the words of a document.</summary>
    public void Count(string text)
    {
        if (text.Length < Lengths[0] / Half) return;
        int bucket = 0;
        while (bucket < Lengths.Length - 1 && text.Length > Lengths[bucket] * Half) bucket++;
        _lengths[bucket]++;
        _characters += text.Length;
        for (int i = 1; i < text.Length; i++)
            if (_numbers.TryGetValue(SwapWord.KeyOf(text[i - 1], text[i]), out int word) && _here[word]++ == 0) _seen.Add(word);
        foreach (int word in _seen)
        {
            _places[word] += _here[word];
            _documents[word]++;
            _here[word] = 0;
        }
        _seen.Clear();
    }

    /// <summary>Gets how often a word stands in clean documents.</summary>
    public WordRate RateOf(string word)
    {
        int number = _numbers[SwapWord.KeyOf(word[0], word[1])];
        // The lengths are rough: stretched to what the documents are long together.
        double stretch = _characters / Enumerable.Range(0, Lengths.Length).Sum(i => Lengths[i] * _lengths[i]);
        return WordRate.Fit(_places[number], _documents[number], [.. Lengths.Select((length, i) => (length * stretch, (double)_lengths[i]))]);
    }
}
