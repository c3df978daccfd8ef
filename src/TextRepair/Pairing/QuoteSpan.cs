using TextRepair.Models;

namespace TextRepair.Pairing;

/// <summary>Walks over the places where an open quote may end, and hashes what a model sees of each.</summary>
/// <remarks>Punctuation is seen without its width, so that half-width documents look like others.</remarks>
internal ref struct QuoteSpan
{
    /// <summary>The number of features of one place.</summary>
    public const int FeatureCount = 40;

    /// <summary>The number of features of the answer "not in this range".</summary>
    public const int NowhereFeatureCount = 6;

    /// <summary>The longest content that is considered; longer quotes are whole passages, whose end no local sign tells.</summary>
    public const int LongestContent = 80;

    private const int LongestRemembered = 8;
    private const int Window = 2000;
    private const int MostRepetitions = 16;
    private const int MostCounted = 24;

    private readonly ReadOnlySpan<char> _text;
    private readonly int _open;
    private readonly uint _before, _before2, _first, _second;
    private int _segmentStart, _lastSegment, _segments, _ends, _commas, _blanks;
    private uint _content;
    private Counts _repeats;

    /// <summary>Starts before the first place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="open">Where the opening quote stands.</param>
    public QuoteSpan(ReadOnlySpan<char> text, int open)
    {
        _text = text;
        (_open, End) = (open, open + 1);
        (_before, _before2, _first, _second) = (At(open - 1), At(open - 2), At(open + 1), At(open + 2));
        _segmentStart = open + 1;
        Limit = FindLimit(text, open);
        FindRepetitions();
    }

    /// <summary>Gets the last place that is considered.</summary>
    public int Limit { get; }

    /// <summary>Gets the place reached: the quote would end before this character.</summary>
    public int End { get; private set; }

    /// <summary>Goes to the next place.</summary>
    /// <returns><see langword="false"/> after the last one.</returns>
    public bool MoveNext()
    {
        while (End < Limit)
        {
            Pass(_text[End++]);
            if (CanEndAt(End)) return true;
        }
        return false;
    }

    /// <summary>Hashes the features of the place reached.</summary>
    public readonly void Extract(Span<uint> features)
    {
        int i = End;
        uint a = At(i - 1), b = At(i - 2), c = At(i - 3), p = At(i), q = At(i + 1), r = At(i + 2);
        uint length = Bucket(i - _open - 1), next = Class(i);
        bool remembered = i - _open - 1 <= LongestRemembered;
        int segment = i - _segmentStart;
        uint parallel = _segments == 0 ? 0 : segment == _lastSegment ? 2u : Math.Abs(segment - _lastSegment) == 1 ? 3u : 1u;
        features[0] = FeatureHash.Of(1, length);
        features[1] = FeatureHash.Of(2, a);
        features[2] = FeatureHash.Of(3, a, b);
        features[3] = FeatureHash.Of(4, a, b, c);
        features[4] = FeatureHash.Of(5, p);
        features[5] = FeatureHash.Of(6, p, q);
        features[6] = FeatureHash.Of(7, p, q, r);
        features[7] = FeatureHash.Of(8, a, p);
        features[8] = FeatureHash.Of(9, a, b, p);
        features[9] = FeatureHash.Of(10, a, p, q);
        features[10] = FeatureHash.Of(11, _before, p);
        features[11] = FeatureHash.Of(12, _before, _before2, p);
        features[12] = FeatureHash.Of(13, _before, _before2, p, q);
        features[13] = FeatureHash.Of(14, length, p);
        features[14] = FeatureHash.Of(15, _first, _second, length);
        features[15] = FeatureHash.Of(16, parallel, next, Math.Min((uint)_segments, 3));
        features[16] = FeatureHash.Of(17, (uint)Math.Min(_ends, 3), (uint)Math.Min(_commas, 3), (uint)Math.Min(_blanks, 2));
        features[17] = FeatureHash.Of(18, remembered ? _content : 0);
        features[18] = FeatureHash.Of(19, remembered ? _content : 0, p);
        features[19] = FeatureHash.Of(20, a, p, length);
        features[20] = FeatureHash.Of(21, (uint)Math.Min(_ends, 3), (uint)Math.Min(_commas, 3), next);
        features[21] = FeatureHash.Of(22, _before, length);
        uint d = At(i - 4), t = At(i + 3), before3 = At(_open - 3);
        int rest = RestOfSegment(out uint tail);
        uint restLength = (uint)Math.Min(rest, 8);
        features[23] = FeatureHash.Of(24, p, q, r, t);
        features[24] = FeatureHash.Of(25, a, b, c, d);
        features[25] = FeatureHash.Of(26, a, b, p, q);
        features[26] = FeatureHash.Of(27, a, b, c, p);
        features[27] = FeatureHash.Of(28, a, p, q, r);
        features[28] = FeatureHash.Of(29, _first, p, q);
        features[29] = FeatureHash.Of(30, _first, _second, p);
        features[30] = FeatureHash.Of(31, length, p, q);
        features[31] = FeatureHash.Of(32, length, parallel, next);
        features[32] = FeatureHash.Of(33, _before, _before2, before3, p);
        features[33] = FeatureHash.Of(34, a, b, length);
        features[34] = FeatureHash.Of(35, restLength, length);
        features[35] = FeatureHash.Of(36, restLength, next, (uint)Math.Min(_commas + _ends, 3));
        features[36] = FeatureHash.Of(37, rest <= 6 ? tail : 0, restLength);
        features[37] = FeatureHash.Of(38, _before, _before2, restLength, length);
        uint here = Repeats(i - _open - 1), further = Repeats(i - _open);
        features[38] = FeatureHash.Of(39, here, further, Math.Min(length, 8));
        features[39] = FeatureHash.Of(40, here, further, next);
        features[22] = FeatureHash.Of(23, i == Limit ? 1u : 0, next, (uint)Math.Min(_ends + _commas, 3));
    }

    /// <summary>Hashes the features of the answer "not in this range".</summary>
    public readonly void ExtractNowhere(Span<uint> features)
    {
        uint stop = Limit - _open - 1 >= LongestContent ? 1 : Limit >= _text.Length ? 2 : Quotes.IsOpening(_text[Limit]) ? 3u : 4u;
        features[0] = FeatureHash.Of(41, stop);
        features[1] = FeatureHash.Of(42, _before);
        features[2] = FeatureHash.Of(43, _before, _before2);
        features[3] = FeatureHash.Of(44, _first, _second);
        features[4] = FeatureHash.Of(45, Bucket(Limit - _open - 1), stop);
        features[5] = FeatureHash.Of(46, _first);
    }

    // A name in quotes comes again, with other words after it: how far do other places run along with this one?
    private void FindRepetitions()
    {
        if (Limit < _open + 3) return;
        ReadOnlySpan<char> content = _text[(_open + 1)..Limit];
        int start = Math.Max(0, _open - Window), end = Math.Min(_text.Length, Limit + Window), met = 0;
        for (int i = start; i < end && met < MostRepetitions;)
        {
            int found = _text[i..end].IndexOf(content[..2]);
            if (found < 0) break;
            i += found;
            if (i != _open + 1)
            {
                int common = Math.Min(content.CommonPrefixLength(_text[i..end]), MostCounted - 1);
                for (int k = 2; k <= common; k++) _repeats[k]++;
                met++;
            }
            i += 2;
        }
    }

    private readonly uint Repeats(int length) => length is < 2 or >= MostCounted ? 0u : Math.Min((uint)_repeats[length], 3);

    private static int FindLimit(ReadOnlySpan<char> text, int open)
    {
        int last = Math.Min(text.Length, open + 1 + LongestContent);
        int found = text[(open + 1)..last].IndexOfAny(Quotes.Stops);
        return found < 0 ? last : open + 1 + found;
    }

    private static uint Bucket(int length) => (uint)(length <= 12 ? length : length <= 16 ? 13 : length <= 24 ? 14 : length <= 40 ? 15 : 16);

    private void Pass(char c)
    {
        _content = (_content ^ Characters.Fold(c)) * 0x01000193u;
        if (Characters.EndsSentence(c) || c == '：' || c == ':') _ends++;
        else if (Characters.IsComma(c)) _commas++;
        else if (Characters.IsBlank(c)) _blanks++;
        else return;
        (_lastSegment, _segmentStart, _segments) = (End - 1 - _segmentStart, End, _segments + 1);
    }

    // How far it is from here to the end of the clause, and what stands there: 工程 and 战略目标 are said of a name before them.
    private readonly int RestOfSegment(out uint tail)
    {
        const int Reach = 8;
        tail = 0;
        for (int i = End; i < _text.Length && i < End + Reach; i++)
        {
            char c = _text[i];
            if (Characters.EndsSentence(c) || Characters.IsComma(c) || Characters.IsBlank(c) || Quotes.IsOpening(c) || c is '：' or ':') return i - End;
            tail = (tail ^ c) * 0x01000193u;
        }
        return Reach;
    }

    private readonly bool CanEndAt(int i)
    {
        if (i >= _text.Length) return true;
        char left = _text[i - 1], right = _text[i];
        if (char.IsAsciiLetterOrDigit(left) && char.IsAsciiLetterOrDigit(right)) return false;
        return !char.IsLowSurrogate(right) && !Characters.IsCombining(right);
    }

    private readonly uint At(int i)
    {
        if ((uint)i >= (uint)_text.Length) return ' ';
        return Characters.Fold(_text[i]);
    }

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

    [System.Runtime.CompilerServices.InlineArray(MostCounted)]
    private struct Counts
    {
        private byte _first;
    }
}
