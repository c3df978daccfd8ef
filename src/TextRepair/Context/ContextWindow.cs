using System.Runtime.InteropServices;
using TextRepair.Matching;

namespace TextRepair.Context;

/// <summary>Folds a text as <see cref="ContextText"/> does, only around the places that are asked for. Used again and again; not thread-safe.</summary>
internal sealed class ContextWindow(SwapTable table)
{
    private const int Reach = FeatureExtractor.Far;

    // Two places so near to each other share what is folded between them.
    private const int Gap = 2 * Reach;

    // Where folding begins, seen from a place; most characters stay as they are.
    private const int Near = Reach + 8;
    private const int MostKept = 4096;

    private char[] _characters = new char[MostKept];
    private int[] _positions = new int[MostKept];
    private int _from; // what is folded: _from.._to of the text
    private int _to;
    private int _length;
    private int _lastStart;
    private int _nextMatch;

    /// <summary>Gets the folded characters around the place.</summary>
    public ReadOnlySpan<char> Characters => _characters.AsSpan(0, _length);

    /// <summary>Gets where the place starts in <see cref="Characters"/>.</summary>
    public int Start => _positions[_lastStart - _from];

    /// <summary>Gets where the place ends in <see cref="Characters"/>, exclusive.</summary>
    public int End { get; private set; }

    /// <summary>Forgets what was folded: another text comes, or a place further to the left.</summary>
    public void Reset() => (_from, _to, _length, _lastStart, _nextMatch) = (0, 0, 0, 0, 0);

    /// <summary>Goes to a place, never to the left of the last one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="matches">All matches of the table in the text.</param>
    /// <param name="place">The number of the match to read the context of.</param>
    public void MoveTo(ReadOnlySpan<char> text, List<Match> matches, int place)
    {
        int start = matches[place].Start, end = start + table.Words[matches[place].Word].Length;
        if (start > _to + Gap) Skip(matches, place, start, Near);
        else if (_length > MostKept / 2) Slide();
        _lastStart = start;
        FoldTo(text, matches, end);
        // Runs of figures or spaces fold into one character: then more text is needed.
        for (int distance = 2 * Near; Start < Reach && _from > 0; distance *= 2)
        {
            Skip(matches, place, start, distance);
            FoldTo(text, matches, end);
        }
    }

    private void FoldTo(ReadOnlySpan<char> text, List<Match> matches, int end)
    {
        Fold(text, matches, end, 0);
        End = _to == end ? _length : _positions[end - _from];
        Fold(text, matches, text.Length, End + Reach);
        End = end == _to ? End : _positions[end - _from];
    }

    // Begins anew some way to the left of a place, where no word can have been cut in two.
    private void Skip(List<Match> matches, int place, int start, int distance)
    {
        int from = Math.Max(0, start - distance), next = place;
        for (int i = place; i > 0 && matches[i - 1].Start > from - CorrectionDictionary.LongestWord; i--)
        {
            Match match = matches[i - 1];
            if (match.Start < from && match.Start + table.Words[match.Word].Length > from) from = match.Start;
            if (match.Start >= from) next = i - 1;
        }
        if (from < _to && from > _from && _lastStart < start) return;
        (_from, _to, _length, _nextMatch) = (from, from, 0, next);
    }

    // Keeps only what the next places may need.
    private void Slide()
    {
        int kept = Math.Max(0, _positions[_lastStart - _from] - Reach);
        int raw = _positions.AsSpan(0, _to - _from).BinarySearch(new FirstAtLeast(kept));
        raw = ~raw;
        for (int i = raw; i < _to - _from; i++) _positions[i - raw] = _positions[i] - kept;
        _characters.AsSpan(kept, _length - kept).CopyTo(_characters);
        _from += raw;
        _length -= kept;
    }

    // Folds until a position of the text and a number of folded characters are reached.
    private void Fold(ReadOnlySpan<char> text, List<Match> all, int end, int length)
    {
        ReadOnlySpan<Match> matches = CollectionsMarshal.AsSpan(all);
        int most = length == 0 ? int.MaxValue : length;
        while (_to < end && _length < most)
        {
            while (_nextMatch < matches.Length && matches[_nextMatch].Start < _to) _nextMatch++;
            int longest = -1;
            for (; _nextMatch < matches.Length && matches[_nextMatch].Start == _to; _nextMatch++) longest = matches[_nextMatch].Word;
            int plain = Math.Min(end, _nextMatch < matches.Length ? matches[_nextMatch].Start : text.Length);
            if (longest >= 0) AddWord(table.DisguiseOf[longest] ?? table.Words[longest], table.Words[longest].Length);
            else AddCharacters(text[_to..Math.Min(plain, _to + Math.Min(most - _length, MostKept))]);
        }
    }

    // No more characters than there may be folded ones: each becomes one at most.
    private void AddCharacters(ReadOnlySpan<char> text)
    {
        MakeRoom(text.Length, text.Length);
        Span<int> positions = _positions.AsSpan(_to - _from, text.Length);
        Span<char> characters = _characters.AsSpan(_length, text.Length);
        char last = _length > 0 ? _characters[_length - 1] : CharacterClasses.None;
        int length = 0, before = _length - 1;
        for (int i = 0; i < positions.Length; i++)
        {
            char folded = CharacterClasses.Fold(text[i]);
            if (folded != last || !CharacterClasses.Runs(folded)) characters[length++] = last = folded;
            positions[i] = before + length;
        }
        _length += length;
        _to += text.Length;
    }

    private void AddWord(string word, int length)
    {
        MakeRoom(length, word.Length);
        for (int i = 0; i < length; i++) _positions[_to++ - _from] = _length + Math.Min(i, word.Length);
        word.CopyTo(_characters.AsSpan(_length));
        _length += word.Length;
    }

    private void MakeRoom(int positions, int characters)
    {
        if (_to - _from + positions > _positions.Length) Array.Resize(ref _positions, (2 * _positions.Length) + positions);
        if (_length + characters > _characters.Length) Array.Resize(ref _characters, (2 * _characters.Length) + characters);
    }

    // Finds, as a binary search that never finds, the first position not below a value.
    private readonly struct FirstAtLeast(int value) : IComparable<int>
    {
        public int CompareTo(int other) => other < value ? 1 : -1;
    }
}
