using TextRepair.Segmentation;

namespace TextRepair.Training;

/// <summary>Divides texts with one lexicon and counts words for the next.</summary>
internal sealed class LexiconCounter(Lexicon lexicon, bool findUnknown, IReadOnlyCollection<string> words)
{
    private readonly Dictionary<string, long> _counts = words.ToDictionary(word => word, _ => 0L, StringComparer.Ordinal);
    private int[] _ends = [];

    /// <summary>Gets how often each word of the list was met.</summary>
    public IReadOnlyDictionary<string, long> Counts => _counts;

    /// <summary>Gets which places characters were met in.</summary>
    public LexiconUnknownWords Places { get; } = new();

    /// <summary>Counts one text.</summary>
    public void Add(string text)
    {
        if (_ends.Length < text.Length) _ends = new int[text.Length];
        int count = WordGraph.Cut(lexicon, null, findUnknown, text, _ends);
        Dictionary<string, long>.AlternateLookup<ReadOnlySpan<char>> counts = _counts.GetAlternateLookup<ReadOnlySpan<char>>();
        int start = 0;
        int before = 0;
        foreach (int end in _ends.AsSpan(0, count))
        {
            ReadOnlySpan<char> word = text.AsSpan(start, end - start);
            if (counts.TryGetValue(word, out long seen)) counts[word] = seen + 1;
            bool chinese = !char.IsAscii(word[0]) && LexiconWriter.IsWordCharacter(word[0]);
            if (chinese) Places.Add(word, before);
            before = chinese ? word.Length : 0;
            start = end;
        }
    }
}
