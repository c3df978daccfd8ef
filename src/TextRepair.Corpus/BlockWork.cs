using System.Buffers;

namespace TextRepair.Corpus;

/// <summary>What a block's documents have become so far.</summary>
internal sealed class BlockWork(int length)
{
    public ArrayBufferWriter<byte> Output { get; } = new(length + (length / 16) + 64);

    public ArrayBufferWriter<byte> Edits { get; } = new();

    public ArrayBufferWriter<byte> Rejects { get; } = new();

    public CorpusCounts Counts { get; } = new();
}
