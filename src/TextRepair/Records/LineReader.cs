namespace TextRepair.Records;

/// <summary>Cuts a stream of bytes into lines, line ends kept: the lines put together are the stream.</summary>
/// <remarks>Memory is bounded by the longest line allowed. A line ends with a line feed; the last one may lack it.</remarks>
public sealed class LineReader
{
    private readonly Stream _stream;
    private readonly int _longest;
    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;

    /// <summary>Initialises a reader.</summary>
    /// <param name="stream">The stream; stays open.</param>
    /// <param name="longest">The longest line allowed, in bytes.</param>
    public LineReader(Stream stream, int longest = 1 << 28)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(longest);
        (_stream, _longest) = (stream, longest);
    }

    /// <summary>Gets the number of the line read last, from 1; 0 before the first.</summary>
    public long Number { get; private set; }

    /// <summary>Gets a value indicating whether the next line can be had without waiting for the stream.</summary>
    public bool HasBufferedLine => _buffer.AsSpan(_start, _end - _start).Contains((byte)'\n');

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line with its line end, in memory of its own; where the line is too long, its first bytes.</param>
    /// <param name="isTooLong">Whether the line is longer than allowed; the rest of it is passed over.</param>
    /// <returns><see langword="false"/> at the end of the stream.</returns>
    public bool TryRead(out ReadOnlyMemory<byte> line, out bool isTooLong)
    {
        isTooLong = false;
        int searched = 0;
        while (true)
        {
            int length = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (length >= 0) return Take(searched + length + 1, out line, out isTooLong);
            searched = _end - _start;
            if (searched > _longest) return TakeTooLong(out line, out isTooLong);
            if (!Fill()) break;
        }
        if (searched > 0) return Take(searched, out line, out isTooLong);
        line = default;
        return false;
    }

    private bool Take(int length, out ReadOnlyMemory<byte> line, out bool isTooLong)
    {
        isTooLong = length > _longest;
        line = _buffer.AsSpan(_start, Math.Min(length, _longest)).ToArray();
        _start += length;
        Number++;
        return true;
    }

    private bool TakeTooLong(out ReadOnlyMemory<byte> line, out bool isTooLong)
    {
        line = _buffer.AsSpan(_start, _longest).ToArray();
        isTooLong = true;
        int end;
        do
        {
            _start = _end = 0;
            end = Fill() ? _buffer.AsSpan(0, _end).IndexOf((byte)'\n') + 1 : _end;
        }
        while (end == 0 && _end > 0);
        _start = end;
        Number++;
        return true;
    }

    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        if (_end == _buffer.Length) Array.Resize(ref _buffer, (int)Math.Min(_buffer.Length * 2L, Math.Max(_longest + 1L, _buffer.Length)));
        int read = _stream.Read(_buffer.AsSpan(_end));
        _end += read;
        return read > 0;
    }
}
