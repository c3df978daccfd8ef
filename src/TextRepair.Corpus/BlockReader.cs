using System.Buffers;

namespace TextRepair.Corpus;

/// <summary>Cuts a stream into blocks of whole lines.</summary>
/// <remarks>
/// A block is the lines that end within the next <paramref name="blockBytes"/>; if none does, the one line that begins there; if
/// that is longer than <paramref name="maximumLineBytes"/>, pieces of it. Never more than one such line is held in memory.
/// </remarks>
internal sealed class BlockReader(Stream stream, int blockBytes, int maximumLineBytes, long offset, long firstLine)
{
    private readonly int _pieceBytes = Math.Max(blockBytes, maximumLineBytes + 1);
    private byte[] _window = new byte[blockBytes];
    private int _filled;
    private long _offset = offset;
    private long _line = firstLine;
    private int? _piece;

    /// <summary>Reads the next block; <see langword="null"/> at the end.</summary>
    public Block? Read()
    {
        if (_filled < blockBytes && _window.Length > blockBytes) Array.Resize(ref _window, blockBytes);
        bool ended = Fill();
        if (_filled == 0) return null;
        if (_piece is not null) return ReadPiece(ended);
        while (true)
        {
            if (ended && _filled < blockBytes) return Take(_filled, endsLine: true);
            int whole = Window(blockBytes).LastIndexOf((byte)'\n') + 1;
            if (whole == 0) whole = Window(_pieceBytes).IndexOf((byte)'\n') + 1;
            if (whole > 0) return Take(whole, endsLine: true);
            if (_filled >= _pieceBytes) return ReadPiece(ended);
            if (ended) return Take(_filled, endsLine: true);
            Array.Resize(ref _window, (int)Math.Min(2L * _window.Length, _pieceBytes));
            ended = Fill();
        }
    }

    private Block ReadPiece(bool ended)
    {
        int length = Math.Min(_filled, _piece is null ? _pieceBytes : blockBytes);
        if (!ended && _filled == length) ended = FillOneMore();
        int end = Window(length).IndexOf((byte)'\n') + 1;
        bool endsLine = end > 0 || (ended && length == _filled);
        int piece = _piece ?? 0;
        _piece = endsLine ? null : piece + 1;
        return Take(end > 0 ? end : length, endsLine, piece);
    }

    private Span<byte> Window(int length) => _window.AsSpan(0, Math.Min(length, _filled));

    private bool Fill()
    {
        int wanted = _window.Length - _filled;
        int read = wanted == 0 ? 0 : stream.ReadAtLeast(_window.AsSpan(_filled), wanted, throwOnEndOfStream: false);
        _filled += read;
        return read < wanted;
    }

    // A piece that ends where the stream ends is only known for the last one by looking past it.
    private bool FillOneMore()
    {
        Array.Resize(ref _window, _filled + 1);
        return Fill();
    }

    private Block Take(int length, bool endsLine, int? piece = null)
    {
        byte[] bytes = ArrayPool<byte>.Shared.Rent(length);
        Window(length).CopyTo(bytes);
        var block = new Block(bytes, length, _offset, _line) { Piece = piece, EndsLine = endsLine };
        _window.AsSpan(length, _filled - length).CopyTo(_window);
        _filled -= length;
        _offset += length;
        // Lines are counted from their ends; a last line without one has no line after it.
        _line += piece is null ? block.Bytes.Span.Count((byte)'\n') : endsLine ? 1 : 0;
        return block;
    }
}
