namespace TextRepair.Corpus;

/// <summary>The place reached in a shard: everything before it is written and on the disk.</summary>
/// <param name="Fingerprint">What decides the content: version and options.</param>
/// <param name="InputBytes">The size of the input, in bytes.</param>
/// <param name="InputWritten">When the input was last written, in ticks of UTC.</param>
/// <param name="Offset">How much of the decompressed input is done, in bytes.</param>
/// <param name="OutputBytes">The size of the output so far, in bytes.</param>
/// <param name="EditsBytes">The size of the edits so far, in bytes.</param>
/// <param name="RejectsBytes">The size of the rejects so far, in bytes.</param>
/// <param name="Counts">What was counted so far.</param>
internal sealed record Checkpoint(
    string Fingerprint,
    long InputBytes,
    long InputWritten,
    long Offset,
    long OutputBytes,
    long EditsBytes,
    long RejectsBytes,
    CorpusCounts Counts)
{
    public bool IsFor(CorpusShard shard, string fingerprint) =>
        Fingerprint == fingerprint && InputBytes == shard.Bytes && InputWritten == shard.Written;
}
