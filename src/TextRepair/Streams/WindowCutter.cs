using TextRepair.Models;

namespace TextRepair.Streams;

/// <summary>Cuts a text into windows while it arrives. The cuts depend on the text alone, never on the pieces it arrives in.</summary>
/// <remarks>
/// A text of up to <see cref="LongestWhole"/> is one window, and no window is longer. Cuts stand behind the last line end in
/// reach, else behind the last sentence. Memory: one window and what is read ahead of it.
/// </remarks>
internal sealed class WindowCutter
{
    /// <summary>The longest text that is judged whole, in UTF-16 code units.</summary>
    public const int LongestWhole = 1 << 20;

    /// <summary>How much is read on either side of a stretch.</summary>
    public const int Surroundings = 1 << 14;

    private const int LongestStretch = LongestWhole - (2 * Surroundings);

    // How far before the longest stretch's end a line end is looked for.
    private const int Reach = 1 << 12;
    private const int LeastRoom = 1 << 14;
    private const string SentenceEnds = "。！？；";

    private char[] _buffer = new char[LeastRoom];
    private int _length;
    private int _from; // where the next stretch begins in the buffer
    private long _position; // where the buffer begins in the text
    private bool _ended;

    /// <summary>Gets room for the next piece of the text.</summary>
    public Memory<char> Room()
    {
        if (_buffer.Length - _length < LeastRoom) Array.Resize(ref _buffer, Math.Min(2 * _buffer.Length, _buffer.Length + LongestWhole));
        return _buffer.AsMemory(_length);
    }

    /// <summary>Takes in what was written into the room.</summary>
    /// <param name="count">How many code units; 0 where the text has ended.</param>
    public void Add(int count)
    {
        _length += count;
        _ended |= count == 0;
    }

    /// <summary>Cuts the next window off, if enough of the text has arrived.</summary>
    /// <returns>The window; null where more of the text is needed, or nothing is left.</returns>
    public TextWindow? TryCut()
    {
        bool isLast = _length <= LongestWhole;
        if (_length == _from || (isLast && !_ended)) return null;
        int to = isLast ? _length : Cut(_buffer.AsSpan(0, _length), _from + LongestStretch);
        var window = new TextWindow(new string(_buffer, 0, Math.Min(_length, to + Surroundings)), _from, to, _position);
        Drop(Math.Max(0, to - Surroundings));
        _from = to - (int)(_position - window.Position);
        return window;
    }

    private void Drop(int count)
    {
        _buffer.AsSpan(count, _length - count).CopyTo(_buffer);
        _length -= count;
        _position += count;
    }

    private static int Cut(ReadOnlySpan<char> text, int latest)
    {
        int earliest = latest - Reach;
        ReadOnlySpan<char> reach = text[earliest..latest];
        int end = reach.LastIndexOf('\n');
        if (end < 0) end = reach.LastIndexOfAny(SentenceEnds);
        if (end >= 0) return earliest + end + 1;
        while (latest > earliest && (char.IsLowSurrogate(text[latest]) || Characters.IsCombining(text[latest]))) latest--;
        return latest;
    }
}
