namespace TextRepair.Training.Swaps;

/// <summary>Clean text as numbers of words, one after the other; what is no Han word is <see cref="Boundary"/> or <see cref="Figure"/>.</summary>
internal sealed class WordStream
{
    /// <summary>The number of punctuation, Latin letters and ends of texts.</summary>
    public const int Boundary = -1;

    /// <summary>The number of figures.</summary>
    public const int Figure = -2;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<Segment> _segments = [];

    /// <summary>Gets the numbers of the words, in the order of the texts.</summary>
    public List<int> Numbers { get; } = [];

    /// <summary>Gets the words by number.</summary>
    public List<string> Words { get; } = [];

    /// <summary>Gets how often each word stands in the texts.</summary>
    public List<int> Counts { get; } = [];

    /// <summary>Adds a text.</summary>
    public void Add(string text)
    {
        _segments.Clear();
        Segmenter.Default.Segment(text, _segments);
        int done = 0;
        foreach (Segment segment in _segments)
        {
            if (segment.Start > done) Numbers.Add(Boundary);
            Numbers.Add(NumberOf(text.AsSpan(segment.Start, segment.Length)));
            done = segment.End;
        }
        Numbers.Add(Boundary);
    }

    private int NumberOf(ReadOnlySpan<char> word)
    {
        foreach (char c in word) if (!Models.Characters.IsHan(c)) return char.IsAsciiDigit(word[0]) ? Figure : Boundary;
        if (!_numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out int number))
        {
            _numbers.Add(word.ToString(), number = Words.Count);
            Words.Add(word.ToString());
            Counts.Add(0);
        }
        Counts[number]++;
        return number;
    }
}
