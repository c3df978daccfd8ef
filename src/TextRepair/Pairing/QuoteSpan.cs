using TextRepair.Models;
using TextRepair.Segmentation;

namespace TextRepair.Pairing;

/// <summary>Walks over the places where an open quote may end, and keeps what a model wants to know of the way.</summary>
/// <remarks>Punctuation is seen without its width, so that half-width documents look like others.</remarks>
internal ref partial struct QuoteSpan
{
    /// <summary>The longest content that is considered; longer quotes are whole passages, whose end no local sign tells.</summary>
    public const int LongestContent = 80;

    // Of two hundred quotes one is longer and ends between two words; of sixty one ends inside a word of two characters.
    private const int LongestBeforeWord = 24;
    private const uint HashStep = 0x01000193;

    private readonly ReadOnlySpan<char> _text;
    private readonly int _open;
    private readonly QuoteWords _words;
    private readonly QuoteNgrams _ngrams;
    private readonly QuoteRepetitions _repetitions;
    private int _segmentStart, _lastSegment, _segments, _ends, _commas, _blanks, _numerals, _particles, _wordCount, _units, _unit, _lastUnit;
    private uint _content, _shape;
    private bool _alike = true, _alternates = true;

    /// <summary>Starts before the first place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="open">Where the opening quote stands.</param>
    /// <param name="ngrams">What the slots of the network know of clean text.</param>
    public QuoteSpan(ReadOnlySpan<char> text, int open, QuoteNgrams ngrams = default)
        : this(text, open, ngrams, new QuoteRepetitions(text, open))
    {
    }

    /// <summary>Starts before the first place, where it is known what is repeated.</summary>
    /// <param name="text">The text.</param>
    /// <param name="open">Where the opening quote stands.</param>
    /// <param name="ngrams">What the slots of the network know of clean text.</param>
    /// <param name="repetitions">How often what is inside stands elsewhere.</param>
    public QuoteSpan(ReadOnlySpan<char> text, int open, QuoteNgrams ngrams, QuoteRepetitions repetitions)
    {
        _text = text;
        _ngrams = ngrams;
        _repetitions = repetitions;
        (_open, End) = (open, open + 1);
        _segmentStart = open + 1;
        Limit = FindLimit(text, open);
        _words = new QuoteWords(text, open, Limit);
    }

    /// <summary>Hashes what is inside a quote, as <see cref="Content"/> does.</summary>
    public static uint HashOf(ReadOnlySpan<char> content)
    {
        uint hash = 0;
        foreach (char c in content) hash = (hash ^ Characters.Fold(c)) * HashStep;
        return QuoteTerms.Hash(hash, content.Length);
    }

    /// <summary>Finds the last place that is considered for a quote.</summary>
    public static int FindLimit(ReadOnlySpan<char> text, int open)
    {
        int last = Math.Min(text.Length, open + 1 + LongestContent);
        int found = text[(open + 1)..last].IndexOfAny(Quotes.Stops);
        return found < 0 ? last : open + 1 + found;
    }

    /// <summary>Gets or sets how often what is inside the quote up to here was seen quoted, as <see cref="QuoteTerms"/> tells it.</summary>
    public uint Familiarity { get; set; }

    /// <summary>Gets the hash of what is inside the quote up to here.</summary>
    public readonly uint Content => QuoteTerms.Hash(_content, Length);

    /// <summary>Gets the last place that is considered.</summary>
    public int Limit { get; }

    /// <summary>Gets the place reached: the quote would end before this character.</summary>
    public int End { get; private set; }

    private readonly int Length => End - _open - 1;

    /// <summary>Goes to the next place.</summary>
    /// <returns><see langword="false"/> after the last one.</returns>
    public bool MoveNext()
    {
        while (End < Limit)
        {
            Pass(_text[End++]);
            if (_words.IsBoundary(End)) _wordCount++;
            if (CanEndAt(End)) return true;
        }
        return false;
    }

    /// <summary>Goes back before the first place.</summary>
    public void Rewind()
    {
        (End, _segmentStart) = (_open + 1, _open + 1);
        (_lastSegment, _segments, _ends, _commas, _blanks, _numerals, _particles, _wordCount) = (0, 0, 0, 0, 0, 0, 0, 0);
        (_units, _unit, _lastUnit) = (0, 0, 0);
        (_content, _shape, _alike, _alternates) = (0, 0, true, true);
    }

    private void Pass(char c)
    {
        char folded = Characters.Fold(c);
        bool numeral = Characters.IsHanNumeral(c);
        _content = (_content ^ folded) * HashStep;
        _shape = (_shape ^ (numeral ? '1' : Characters.IsHan(c) ? 'h' : folded)) * HashStep;
        if (numeral != (End - _open - 2) % 2 is 0) _alternates = false;
        if (numeral) PassNumeral();
        else if (_units > 0 && Characters.IsHan(c)) _unit++;
        if (c == '的') _particles++;
        if (Characters.EndsSentence(c) || c == '：' || c == ':') _ends++;
        else if (Characters.IsComma(c)) _commas++;
        else if (Characters.IsBlank(c)) _blanks++;
        else return;
        if (_segments > 0 && !IsAlike(End - 1)) _alike = false;
        (_lastSegment, _segmentStart, _segments) = (End - 1 - _segmentStart, End, _segments + 1);
    }

    // 一带两园三区, 两区两基地: units that begin with a numeral, and how many characters each of them has.
    private void PassNumeral()
    {
        _numerals++;
        bool goesOn = End - 2 > _open && Characters.IsHanNumeral(_text[End - 2]);
        if (!goesOn) (_lastUnit, _unit, _units) = (_unit, 0, _units + 1);
        _unit++;
    }

    // 三业并举、三化联动: clauses as long as each other that begin with numerals, or none of them.
    private readonly bool IsAlike(int end)
    {
        int before = _segmentStart - 1 - _lastSegment;
        return _lastSegment > 0 && end - _segmentStart == _lastSegment && Characters.IsHanNumeral(_text[before]) == Characters.IsHanNumeral(_text[_segmentStart]);
    }

    // 一带两园三区: numerals and their nouns take turns, and here is one more of them.
    private readonly bool GoesOnCounting(int i) =>
        _alternates && Length >= 2 && Length % 2 == 0 && i + 1 < _text.Length
        && Characters.IsHanNumeral(_text[i]) && Characters.IsHan(_text[i + 1]) && !Characters.IsHanNumeral(_text[i + 1]);

    private readonly bool CanEndAt(int i)
    {
        if (i >= _text.Length) return true;
        if (GoesOnCounting(i) || (_words.SplitsPair(i) && IsWord(i))) return false;
        char left = _text[i - 1], right = _text[i];
        if (Length > LongestBeforeWord && Characters.IsHan(left) && Characters.IsHan(right) && right != '的') return false;
        if (char.IsAsciiLetterOrDigit(left) && char.IsAsciiLetterOrDigit(right)) return false;
        return !char.IsLowSurrogate(right) && !Characters.IsCombining(right);
    }

    // “福”字, “危”和“机”, “十三五”末: what is new or a single character is taken for a word with what follows. Those of the lexicon are words.
    private readonly bool IsWord(int i) => Length > 1 && Lexicon.Default.TryGet(_text.Slice(i - 1, 2), out _);
}
