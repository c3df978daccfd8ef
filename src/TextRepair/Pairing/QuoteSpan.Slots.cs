using TextRepair.Models;

namespace TextRepair.Pairing;

/// <content>What the network sees of a quote and of a place: the same things as the linear model, one in each slot.</content>
internal ref partial struct QuoteSpan
{
    /// <summary>The number of slots of the quote, which are the same for all its places.</summary>
    public const int QuoteSlotCount = 8;

    /// <summary>The number of slots of a place.</summary>
    public const int PlaceSlotCount = 43;

    private const uint CharacterTemplate = 901, FirstSlotTemplate = 902;

    /// <summary>Hashes what the quote has in its slots.</summary>
    /// <param name="slots">Receives <see cref="QuoteSlotCount"/> hashes.</param>
    public readonly void ExtractQuoteSlots(Span<uint> slots)
    {
        (slots[0], slots[1], slots[2]) = (_words.Before, _words.Before2, _words.Starting(_open + 1));
        (slots[3], slots[4]) = (Character(_open - 1), Character(_open - 2));
        (slots[5], slots[6], slots[7]) = (Character(_open + 1), Character(_open + 2), Character(_open + 3));
    }

    /// <summary>Hashes what the place reached has in its slots.</summary>
    /// <param name="slots">Receives <see cref="PlaceSlotCount"/> hashes.</param>
    public readonly void ExtractPlaceSlots(Span<uint> slots)
    {
        for (int i = 0; i < 8; i++) slots[i] = Character(End - 4 + i);
        uint last = _words.Ending(End), next = _words.Starting(End), head = HeadOfRest(out uint words);
        uint last2 = last == QuoteWords.Inside ? 0 : _words.Ending(End - _words.EndingLength(End));
        uint next2 = next == QuoteWords.Inside ? 0 : _words.Starting(End + _words.StartingLength(End));
        (slots[8], slots[9], slots[10], slots[11], slots[12]) = (last2, last, next, next2, head);
        var writer = new FeatureWriter(slots[13..], FirstSlotTemplate);
        AddShapeSlots(ref writer, words);
        AddPairSlots(ref writer, last, next);
        writer.Add(next, next2);
        writer.Add(last2, last);
        writer.Add(_words.Before, head);
        AddNeighbours(ref writer);
    }

    private readonly void AddShapeSlots(ref FeatureWriter writer, uint words)
    {
        uint length = Bucket(Length), next = Class(End), rest = RestOfClause(out _);
        int segment = End - _segmentStart;
        uint parallel = _segments == 0 ? 0 : segment == _lastSegment ? 2u : Math.Abs(segment - _lastSegment) == 1 ? 3u : 1u;
        uint alike = _segments == 0 ? 0 : _alike && IsAlike(End) ? 2u : 1;
        writer.Add(length);
        writer.Add((uint)Math.Min(_wordCount, 9), next);
        writer.Add(parallel, (uint)Math.Min(_segments, 3), alike);
        writer.Add((uint)Math.Min(_ends, 3), (uint)Math.Min(_commas, 3), (uint)Math.Min(_blanks, 2));
        writer.Add(rest, next);
        writer.Add(words, (uint)_words.StartingLength(End), (uint)_words.EndingLength(End));
        writer.Add(_repetitions.Of(Length), _repetitions.Of(Length + 1), Math.Min(length, 8));
        writer.Add(_repetitions.QuotedOf(Length), _repetitions.QuotedOf(Length + 1), Math.Min(length, 6));
        writer.Add(IsNumeral(_open + 1), (uint)Math.Min(_numerals, 4), IsNumeral(End), (uint)Math.Min(_particles, 3));
        writer.Add(Units, IsNumeral(End));
        writer.Add(IsNumeral(_open + 1), length, (uint)Math.Min(_wordCount, 7), next);
        writer.Add(_shape);
        writer.Add(Familiarity);
        writer.Add(At(End + (int)rest - 1), rest);
        writer.Add(End == Limit ? 1u : 0, next);
        writer.Add(_words.Before, _words.Before2, next);
    }

    private readonly void AddPairSlots(ref FeatureWriter writer, uint last, uint next)
    {
        uint a = At(End - 1), p = At(End), q = At(End + 1);
        writer.Add(_content);
        writer.Add(last, next);
        writer.Add(_words.Before, next);
        writer.Add(a, At(End - 2), p);
        writer.Add(a, p, q);
        writer.Add(Bucket(Length), p, q);
    }

    // Do the characters on both sides of the place go together where no quote is near? Levels are logarithms.
    private readonly void AddNeighbours(ref FeatureWriter writer)
    {
        uint a = At(End - 1), b = At(End - 2), p = At(End), q = At(End + 1), kind = Class(End);
        int pair = LevelOf(a, p), before = LevelOf(b, a), after = LevelOf(p, q), left = LevelOf(b, a, p), right = LevelOf(a, p, q);
        int ofA = LevelOf(a), ofP = LevelOf(p);
        uint together = Attraction(pair, ofA + ofP);
        writer.Add(together, kind);
        writer.Add(Share(left, before));
        writer.Add(Share(right, after));
        writer.Add(Attraction(before, LevelOf(b) + ofA) / 2, together / 2, Attraction(after, ofP + LevelOf(q)) / 2);
        writer.Add(kind, Share(left, pair));
    }

    private readonly int LevelOf(uint a, uint b = 0, uint c = 0) => _ngrams.Find(QuoteNgrams.Hash(a, b, c));

    // How much oftener two characters meet than they would by chance; for those that never do, how often that would be.
    private static uint Attraction(int pair, int apart)
    {
        const int Middle = 64, Never = 128;
        return (uint)(pair > 0 ? Middle + pair - apart : Never + apart);
    }

    // How often the two go on to be these three; for those that never do, how often the two are seen.
    private static uint Share(int three, int two) => (uint)(three > 0 ? two - three : QuoteNgrams.MostLevel + 1 + two);

    private readonly uint Character(int i) => FeatureHash.Of(CharacterTemplate, At(i));
}
