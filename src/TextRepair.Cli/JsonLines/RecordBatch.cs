using System.Buffers;

namespace TextRepair.Cli;

/// <summary>Some lines of a file of records, and what became of them.</summary>
internal sealed class RecordBatch(IReadOnlyList<RecordLine> lines)
{
    public IReadOnlyList<RecordLine> Lines => lines;

    /// <summary>The lines to write: one for each line read, broken ones left out or passed through.</summary>
    public ArrayBufferWriter<byte> Output { get; } = new();

    /// <summary>The lines of the edits file.</summary>
    public ArrayBufferWriter<byte> Edits { get; } = new();

    /// <summary>The records whose text was read, in order.</summary>
    public List<RecordOutcome> Outcomes { get; } = [];

    public List<BrokenRecord> Broken { get; } = [];

    public long Bytes => lines.Sum(line => (long)line.Bytes.Length);
}
