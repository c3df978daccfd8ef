using TextRepair.Models;

namespace TextRepair.Pairing;

/// <content>What a model sees of a place.</content>
internal ref partial struct QuoteSpan
{
    /// <summary>The number of features of one place.</summary>
    public const int FeatureCount = PlaceNgrams.Count + OwnFeatureCount;

    /// <summary>The number of features of the answer "not in this range".</summary>
    public const int NowhereFeatureCount = 10;

    private const int OwnFeatureCount = 78;
    private const uint FirstTemplate = 11, FirstNowhereTemplate = 201;

    /// <summary>Hashes the features of the place reached.</summary>
    /// <param name="features">Receives <see cref="FeatureCount"/> hashes.</param>
    public readonly void Extract(Span<uint> features)
    {
        PlaceNgrams.Extract(At(End - 1), At(End - 2), At(End - 3), At(End), At(End + 1), At(End + 2), features);
        var writer = new FeatureWriter(features[PlaceNgrams.Count..], FirstTemplate);
        AddCharacters(ref writer);
        AddContent(ref writer);
        AddClauses(ref writer);
        AddWords(ref writer);
        AddWordsAround(ref writer);
        AddHabits(ref writer);
        AddNeighbours(ref writer);
    }

    /// <summary>Hashes the features of the answer "not in this range".</summary>
    /// <param name="features">Receives <see cref="NowhereFeatureCount"/> hashes.</param>
    /// <param name="forNetwork">Whether they are those of the network, which has weights of its own for this answer.</param>
    public readonly void ExtractNowhere(Span<uint> features, bool forNetwork)
    {
        uint stop = Limit - _open - 1 >= LongestContent ? 1 : Limit >= _text.Length ? 2 : Quotes.IsOpening(_text[Limit]) ? 3u : 4u;
        uint before = At(_open - 1), before2 = At(_open - 2), first = At(_open + 1), second = At(_open + 2);
        var writer = new FeatureWriter(features, forNetwork ? FirstNowhereTemplate + NowhereFeatureCount : FirstNowhereTemplate);
        writer.Add(stop);
        writer.Add(before);
        writer.Add(before, before2);
        writer.Add(first);
        writer.Add(first, second);
        writer.Add(first, second, At(_open + 3));
        writer.Add(Bucket(Limit - _open - 1), stop);
        writer.Add(_words.Before, stop);
        writer.Add(_words.Before, _words.Before2);
        writer.Add(_words.Starting(_open + 1));
    }

    // Wider n-grams than all models share, and what stands before the quote with what stands behind it.
    private readonly void AddCharacters(ref FeatureWriter writer)
    {
        uint a = At(End - 1), b = At(End - 2), c = At(End - 3), p = At(End), q = At(End + 1), r = At(End + 2);
        uint before = At(_open - 1), before2 = At(_open - 2), first = At(_open + 1), second = At(_open + 2), length = Bucket(Length);
        writer.Add(a, b, c, At(End - 4));
        writer.Add(p, q, r, At(End + 3));
        writer.Add(a, b, p, q);
        writer.Add(a, b, c, p);
        writer.Add(a, p, q, r);
        writer.Add(before, p);
        writer.Add(before, before2, p);
        writer.Add(before, before2, p, q);
        writer.Add(before, before2, At(_open - 3), p);
        writer.Add(first, p, q);
        writer.Add(first, second, p);
        writer.Add(first, second, length);
        writer.Add(length, p, q);
        writer.Add(a, p, length);
        writer.Add(a, b, length);
        writer.Add(before, length);
    }

    // The content as a whole (a name that is quoted often), its shape (五年大提升: a numeral and four others), its repetitions.
    private readonly void AddContent(ref FeatureWriter writer)
    {
        uint p = At(End), length = Bucket(Length), next = Class(End), numeral = IsNumeral(End), here = _repetitions.Of(Length), further = _repetitions.Of(Length + 1);
        writer.Add(length);
        writer.Add(length, p);
        writer.Add(_content);
        writer.Add(_content, p);
        writer.Add(_shape, next);
        writer.Add(_shape, numeral, p);
        writer.Add(IsNumeral(_open + 1), (uint)Math.Min(_numerals, 4), numeral, next);
        writer.Add((uint)Math.Min(_particles, 3), next);
        writer.Add(here, further, Math.Min(length, 8));
        writer.Add(here, further, next);
        writer.Add(_repetitions.QuotedOf(Length), _repetitions.QuotedOf(Length + 1), Math.Min(length, 6));
    }

    // Clauses inside the quote, as long as one another or not, and how the clause goes on behind it.
    private readonly void AddClauses(ref FeatureWriter writer)
    {
        uint length = Bucket(Length), next = Class(End), before = At(_open - 1), before2 = At(_open - 2);
        uint ends = (uint)Math.Min(_ends, 3), commas = (uint)Math.Min(_commas, 3), both = (uint)Math.Min(_ends + _commas, 3);
        int segment = End - _segmentStart;
        uint parallel = _segments == 0 ? 0 : segment == _lastSegment ? 2u : Math.Abs(segment - _lastSegment) == 1 ? 3u : 1u;
        uint rest = RestOfClause(out uint tail);
        writer.Add(parallel, next, (uint)Math.Min(_segments, 3));
        writer.Add(length, parallel, next);
        writer.Add((uint)Math.Min(segment, 12), (uint)Math.Min(_lastSegment, 12), next);
        writer.Add(ends, commas, (uint)Math.Min(_blanks, 2));
        writer.Add(ends, commas, next);
        writer.Add(End == Limit ? 1u : 0, next, both);
        writer.Add(rest, length);
        writer.Add(rest, next, both);
        writer.Add(tail, rest);
        writer.Add(before, before2, rest, length);
        uint alike = _segments == 0 ? 0 : _alike && IsAlike(End) ? 2u : 1;
        writer.Add(alike, next, (uint)Math.Min(_segments, 3), IsNumeral(_segmentStart));
        uint end = At(End + (int)rest - 1);
        writer.Add(rest, end);
        writer.Add(before, rest, end);
        writer.Add(before, before2, next);
    }

    private readonly void AddWords(ref FeatureWriter writer)
    {
        uint last = _words.Ending(End), next = _words.Starting(End), kind = Class(End), count = (uint)Math.Min(_wordCount, 7);
        uint last2 = last == QuoteWords.Inside ? 0 : _words.Ending(End - _words.EndingLength(End));
        uint next2 = next == QuoteWords.Inside ? 0 : _words.Starting(End + _words.StartingLength(End));
        uint boundary = last == QuoteWords.Inside ? 0u : 1;
        writer.Add(boundary, kind, IsNumeral(End));
        writer.Add(last);
        writer.Add(next);
        writer.Add(last, next);
        writer.Add(next, next2);
        writer.Add(last2, last);
        writer.Add(last, next, next2);
        writer.Add(last2, last, next);
        writer.Add(count, kind, boundary);
        writer.Add(next, Math.Min(Bucket(Length), 10));
        writer.Add(_words.Starting(_open + 1), next);
    }

    // 围绕“…”战略目标, 按照“…”的要求: what is before a quote asks for something behind it.
    private readonly void AddWordsAround(ref FeatureWriter writer)
    {
        uint before = _words.Before, last = _words.Ending(End), next = _words.Starting(End), kind = Class(End), length = Math.Min(Bucket(Length), 12);
        uint head = HeadOfRest(out uint words);
        writer.Add(before, next);
        writer.Add(before, head);
        writer.Add(before, _words.Before2, next);
        writer.Add(words, head);
        writer.Add(before, last);
        writer.Add(before, length, kind);
        writer.Add(next, head);
        writer.Add(before, words, kind);
        writer.Add(before, kind);
        writer.Add(before, _words.Before2, kind);
        writer.Add(before, words, (uint)_words.StartingLength(End), kind);
        writer.Add((uint)_words.EndingLength(End), (uint)_words.StartingLength(End), words, kind);
        writer.Add(before, last, next);
        writer.Add((uint)Math.Min(_wordCount, 7), next, words);
    }

    private readonly uint Units => (uint)((Math.Min(_units, 4) * 64) + (Math.Min(_lastUnit, 7) * 8) + Math.Min(_unit, 7));

    // What is often quoted, and slogans of numerals.
    private readonly void AddHabits(ref FeatureWriter writer)
    {
        uint kind = Class(End);
        writer.Add(Familiarity);
        writer.Add(Familiarity, kind);
        writer.Add(Familiarity, Math.Min(Bucket(Length), 8));
        writer.Add(Familiarity, _words.IsBoundary(End) ? 1u : 0, kind);
        writer.Add(Units, kind);
        writer.Add(Units, _words.IsBoundary(End) ? 1u : 0, IsNumeral(End), At(_open - 1));
        writer.Add(IsNumeral(_open + 1), Bucket(Length), (uint)Math.Min(_wordCount, 7), kind);
    }

    private static uint Bucket(int length) => (uint)(length <= 12 ? length : length <= 16 ? 13 : length <= 24 ? 14 : length <= 40 ? 15 : 16);

    // How far it is from here to the end of the clause, and what stands there: 工程 and 战略目标 are said of a name before them.
    private readonly uint RestOfClause(out uint tail)
    {
        const int Reach = 8, LongestTail = 6;
        tail = 0;
        int i = End;
        for (; i < _text.Length && i < End + Reach && !EndsClause(_text[i]); i++) tail = (tail ^ _text[i]) * HashStep;
        if (i - End > LongestTail) tail = 0;
        return (uint)(i - End);
    }

    // The last word of the clause behind the place.
    private readonly uint HeadOfRest(out uint words)
    {
        const int Reach = 9;
        (words, uint head) = (0, 0);
        for (int i = End; i < _text.Length && i < End + Reach && !EndsClause(_text[i]); i += Math.Max(1, _words.StartingLength(i)))
        {
            if (_words.StartingLength(i) == 0) continue;
            (words, head) = (words + 1, _words.Starting(i));
        }
        return head;
    }

    private static bool EndsClause(char c) => Characters.EndsSentence(c) || Characters.IsComma(c) || Characters.IsBlank(c) || Quotes.IsOpening(c) || c is '：' or ':';

    private readonly uint At(int i) => (uint)i < (uint)_text.Length ? Characters.Fold(_text[i]) : ' ';

    private readonly uint IsNumeral(int i) => (uint)i < (uint)_text.Length && Characters.IsHanNumeral(_text[i]) ? 1u : 0;

    private readonly uint Class(int i)
    {
        if (i >= _text.Length) return 0;
        char c = _text[i];
        if (Characters.EndsSentence(c)) return 1;
        if (Characters.IsComma(c)) return 2;
        if (c == '的') return 3;
        if (Characters.IsHan(c)) return 4;
        if (Characters.IsBlank(c)) return 5;
        return Quotes.IsOpening(c) ? 6u : 7u;
    }
}
