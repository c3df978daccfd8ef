namespace TextRepair.Corpus;

/// <summary>What one block adds to the files of its shard.</summary>
internal sealed record BlockResult(ReadOnlyMemory<byte> Output, ReadOnlyMemory<byte> Edits, ReadOnlyMemory<byte> Rejects, CorpusCounts Counts);
