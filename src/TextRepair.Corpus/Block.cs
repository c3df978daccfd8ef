using System.Buffers;

namespace TextRepair.Corpus;

/// <summary>Some whole lines of a file, or a piece of a line that is too large to hold.</summary>
/// <remarks>Where blocks begin and end is decided by the content alone, so the output has the same bytes however often it was interrupted.</remarks>
internal sealed class Block(byte[] rented, int length, long offset, long firstLine) : IDisposable
{
    private byte[]? _rented = rented;

    public ReadOnlyMemory<byte> Bytes => _rented.AsMemory(0, length);

    /// <summary>Where the block starts in the decompressed file.</summary>
    public long Offset => offset;

    public long End => offset + length;

    /// <summary>The number of its first line, from 1.</summary>
    public long FirstLine => firstLine;

    /// <summary>The number of the piece, from 0, where the block is a piece of a line; <see langword="null"/> for whole lines.</summary>
    public int? Piece { get; init; }

    /// <summary>Whether a line ends with this block: only there can a run be taken up again.</summary>
    public bool EndsLine { get; init; } = true;

    public void Dispose()
    {
        if (_rented is { } bytes) ArrayPool<byte>.Shared.Return(bytes);
        _rented = null;
    }
}
