namespace TextRepair.Corpus;

/// <summary>What is known of a finished shard: the content of its marker.</summary>
/// <param name="Fingerprint">What decided its content: version and options.</param>
/// <param name="Name">The shard.</param>
/// <param name="InputBytes">The size of its input, in bytes.</param>
/// <param name="InputWritten">When its input was last written, in ticks of UTC.</param>
/// <param name="OutputBytes">The size of its output, in bytes.</param>
/// <param name="EditsBytes">The size of its edits file, in bytes.</param>
/// <param name="RejectsBytes">The size of its rejects file, in bytes; there is no such file when it is 0.</param>
/// <param name="Settings">How it was made, for those who read it again.</param>
/// <param name="Counts">What was counted.</param>
public sealed record ShardReport(
    string Fingerprint,
    string Name,
    long InputBytes,
    long InputWritten,
    long OutputBytes,
    long EditsBytes,
    long RejectsBytes,
    ShardSettings Settings,
    CorpusCounts Counts)
{
    /// <summary>Reads a marker.</summary>
    /// <returns>Nothing where it is not one that was written whole.</returns>
    internal static ShardReport? Parse(byte[] marker) =>
        CorpusJson.ReadWhole(marker, CorpusJson.Readable.ShardReport) is { Name: not null, Fingerprint: not null, Settings: not null, Counts: not null } report ? report : null;

    /// <summary>Finds a file that is not as long as it was written; of edits that were cut off at a line end nothing else would tell.</summary>
    /// <returns>Its path, its length and the length written, in bytes; nothing where all are whole.</returns>
    internal (string Path, long Found, long Written)? FindChanged(ShardPaths paths)
    {
        foreach ((string path, long written) in ((string, long)[])[(paths.Output, OutputBytes), (paths.Edits, EditsBytes), (paths.Rejects, RejectsBytes)])
        {
            var file = new FileInfo(path);
            long found = file.Exists ? file.Length : 0;
            if (found != written) return (path, found, written);
        }
        return null;
    }
}
