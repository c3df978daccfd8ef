using TextRepair.Ocr;
using TextRepair.Segmentation;

namespace TextRepair.Cli;

/// <summary>Counts the words of texts and keeps some of the places where each stands.</summary>
internal sealed class WordCensus
{
    private const int LongestWord = 4;
    private const int Context = 5;
    private const int MostPlaces = 16;
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<WordPlace>> _places = new(StringComparer.Ordinal);
    private long _total;

    /// <summary>Counts the words of a text.</summary>
    public void Add(string text)
    {
        var words = new List<Segment>();
        Segmenter.Default.Segment(text, words);
        foreach (Segment word in words.Where(word => Vocabulary.IsHan(text[word.Start])))
        {
            _total++;
            if (word.Length is > 1 and <= LongestWord) Add(text, word);
        }
    }

    /// <summary>Lists the words of the lexicon, found or not. Others are names, which no swapper puts in.</summary>
    public IReadOnlyList<WordUse> Words() =>
    [
        .. from word in LexiconWords.Of(Lexicon.Default)
           where word.Word.Length is > 1 and <= LongestWord && word.Word.All(Vocabulary.IsHan)
           select new WordUse(word.Word, _counts.GetValueOrDefault(word.Word), _total * Math.Exp(word.LogProbability)),
    ];

    /// <summary>Gets places of a word, no two with the same surroundings.</summary>
    public IReadOnlyList<WordPlace> Places(string word) => _places[word];

    private void Add(string text, Segment word)
    {
        string name = text.Substring(word.Start, word.Length);
        _counts[name] = _counts.GetValueOrDefault(name) + 1;
        if (!_places.TryGetValue(name, out List<WordPlace>? places)) _places[name] = places = [];
        var place = new WordPlace(text[Math.Max(0, word.Start - Context)..word.Start], text[word.End..Math.Min(text.Length, word.End + Context)]);
        if (places.Count < MostPlaces && !places.Contains(place)) places.Add(place);
    }
}
