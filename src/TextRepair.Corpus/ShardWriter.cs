using System.Text.Json;

namespace TextRepair.Corpus;

/// <summary>Writes the three files of one shard, remembers the place reached, and makes them appear whole.</summary>
internal sealed class ShardWriter : IDisposable
{
    private readonly CorpusShard _shard;
    private readonly string _fingerprint;
    private readonly ShardPaths _paths;
    private readonly FileStream _output;
    private readonly FileStream _edits;
    private readonly FileStream _rejects;
    private bool _canResume = true;

    public ShardWriter(CorpusShard shard, ShardPaths paths, string fingerprint)
    {
        (_shard, _paths, _fingerprint) = (shard, paths, fingerprint);
        Checkpoint start = LastCheckpoint();
        _output = Open(paths.OutputPart, start.OutputBytes);
        _edits = Open(paths.EditsPart, start.EditsBytes);
        _rejects = Open(paths.RejectsPart, start.RejectsBytes);
        (Offset, Counts) = (start.Offset, start.Counts);
    }

    /// <summary>Gets how much of the decompressed input is done, in bytes.</summary>
    public long Offset { get; private set; }

    public CorpusCounts Counts { get; }

    public void Append(BlockResult result, long end, bool endsLine)
    {
        _output.Write(result.Output.Span);
        _edits.Write(result.Edits.Span);
        _rejects.Write(result.Rejects.Span);
        Counts.Add(result.Counts);
        Offset = end;
        _canResume = endsLine;
    }

    /// <summary>Writes down the place reached, once everything before it is on the disk. Inside of a line there is no such place.</summary>
    public void Save()
    {
        if (!_canResume) return;
        foreach (FileStream file in (FileStream[])[_output, _edits, _rejects]) file.Flush(flushToDisk: true);
        var checkpoint = new Checkpoint(_fingerprint, _shard.Bytes, _shard.Written, Offset, _output.Length, _edits.Length, _rejects.Length, Counts);
        WholeFile.Write(_paths.Checkpoint, JsonSerializer.SerializeToUtf8Bytes(checkpoint, CorpusJson.Readable.Checkpoint));
    }

    /// <summary>Renames the files and then, last of all, writes the marker.</summary>
    public ShardReport Finish(ShardSettings settings)
    {
        if (_output.Length == 0) _output.Write(Compressor.Compress(default, Compressor.Of(_shard.Name)).Span);
        foreach (FileStream file in (FileStream[])[_output, _edits, _rejects]) file.Flush(flushToDisk: true);
        var report = new ShardReport(
            _fingerprint, _shard.Name, _shard.Bytes, _shard.Written, _output.Length, _edits.Length, _rejects.Length, settings, Counts);
        Dispose();
        if (report.RejectsBytes > 0) File.Move(_paths.RejectsPart, _paths.Rejects, overwrite: true);
        else DeleteBoth(_paths.RejectsPart, _paths.Rejects);
        File.Move(_paths.EditsPart, _paths.Edits, overwrite: true);
        File.Move(_paths.OutputPart, _paths.Output, overwrite: true);
        WholeFile.Write(_paths.Marker, JsonSerializer.SerializeToUtf8Bytes(report, CorpusJson.Readable.ShardReport));
        File.Delete(_paths.Checkpoint);
        return report;
    }

    public void Dispose()
    {
        _output.Dispose();
        _edits.Dispose();
        _rejects.Dispose();
    }

    private static void DeleteBoth(string first, string second)
    {
        File.Delete(first);
        File.Delete(second);
    }

    private Checkpoint LastCheckpoint()
    {
        Checkpoint none = new(_fingerprint, _shard.Bytes, _shard.Written, 0, 0, 0, 0, new());
        if (WholeFile.Read(_paths.Checkpoint) is not { } bytes) return none;
        return CorpusJson.ReadWhole(bytes, CorpusJson.Readable.Checkpoint) is { Counts: not null } last && last.IsFor(_shard, _fingerprint) && Holds(last) ? last : none;
    }

    // A run killed between the renames of a finished shard leaves a checkpoint without its files: it begins again.
    private bool Holds(Checkpoint last) =>
        Length(_paths.OutputPart) >= last.OutputBytes && Length(_paths.EditsPart) >= last.EditsBytes && Length(_paths.RejectsPart) >= last.RejectsBytes;

    private static long Length(string path) => File.Exists(path) ? new FileInfo(path).Length : -1;

    private static FileStream Open(string path, long length)
    {
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, bufferSize: 1 << 16);
        file.SetLength(length);
        file.Position = length;
        return file;
    }
}
