using System.Runtime.CompilerServices;
using TextRepair.Models;

namespace TextRepair.Pairing;

/// <summary>The words around an open quote, hashed: which one ends and which one starts at each place.</summary>
internal ref struct QuoteWords
{
    /// <summary>How many characters after the last place are read.</summary>
    public const int Reach = 12;

    /// <summary>How many characters before the quote are read.</summary>
    public const int LeftReach = 12;

    /// <summary>Stands for the word at a place that lies inside one.</summary>
    public const uint Inside = 1;

    private const int Room = QuoteSpan.LongestContent + Reach + 2;

    private readonly ReadOnlySpan<char> _text;
    private readonly int _start;
    private Lengths _endingHere, _startingHere;

    /// <summary>Divides the text around a quote.</summary>
    /// <param name="text">The text.</param>
    /// <param name="open">Where the opening quote stands.</param>
    /// <param name="limit">The last place that is considered.</param>
    public QuoteWords(ReadOnlySpan<char> text, int open, int limit)
    {
        _text = text;
        _start = open + 1;
        Span<int> ends = stackalloc int[Room];
        DivideLeft(open, ends);
        int end = Math.Min(text.Length, limit + Reach), previous = 0;
        int count = Segmenter.Default.FindEnds(text[_start..end], ends);
        foreach (int next in ends[..count])
        {
            _startingHere[previous] = _endingHere[next] = (byte)(next - previous);
            previous = next;
        }
    }

    /// <summary>Gets the last word before the quote, and the one before that.</summary>
    public uint Before { get; private set; }

    /// <inheritdoc cref="Before"/>
    public uint Before2 { get; private set; }

    /// <summary>Tells whether a place lies between two words.</summary>
    public readonly bool IsBoundary(int place) => _endingHere[place - _start] != 0;

    /// <summary>Tells whether a place lies in the middle of a word of two characters.</summary>
    public readonly bool SplitsPair(int place) => EndingLength(place + 1) == 2;

    /// <summary>Hashes the word that ends at a place.</summary>
    public readonly uint Ending(int place)
    {
        int length = EndingLength(place);
        return length == 0 ? Inside : Hash(_text.Slice(place - length, length));
    }

    /// <summary>Hashes the word that starts at a place.</summary>
    public readonly uint Starting(int place)
    {
        int length = StartingLength(place);
        return length == 0 ? Inside : Hash(_text.Slice(place, length));
    }

    /// <summary>Gets the length of the word that ends at a place, 0 inside of one.</summary>
    public readonly int EndingLength(int place) => place <= _start ? 0 : _endingHere[place - _start];

    /// <summary>Gets the length of the word that starts at a place, 0 inside of one or beyond the reach.</summary>
    public readonly int StartingLength(int place) => place - _start >= Room ? 0 : _startingHere[place - _start];

    private void DivideLeft(int open, scoped Span<int> ends)
    {
        ReadOnlySpan<char> left = _text[Math.Max(0, open - LeftReach)..open];
        int count = Segmenter.Default.FindEnds(left, ends);
        if (count > 0) Before = Hash(left[(count > 1 ? ends[count - 2] : 0)..]);
        if (count > 1) Before2 = Hash(left[(count > 2 ? ends[count - 3] : 0)..ends[count - 2]]);
    }

    private static uint Hash(ReadOnlySpan<char> word)
    {
        uint hash = 2166136261;
        foreach (char c in word) hash = (hash ^ Characters.Fold(c)) * 16777619;
        return hash;
    }

    [InlineArray(Room)]
    private struct Lengths
    {
        private byte _first;
    }
}
