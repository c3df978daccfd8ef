using System.Diagnostics;

namespace TextRepair.Corpus;

/// <summary>Repairs one shard: reads blocks, has them repaired side by side, writes them in order.</summary>
internal sealed class ShardRunner(CorpusEngine engine, IShardObserver? observer)
{
    private readonly Queue<PendingBlock> _pending = new();
    private int _pendingBytes;
    private long _saved = Stopwatch.GetTimestamp();

    /// <summary>Gets how many blocks may be in work at a time; those of large documents count for several.</summary>
    public int MaximumPending { get; init; } = 8;

    /// <summary>Reads the marker of a shard that is done and whose files are as they were written, by their length.</summary>
    /// <exception cref="CorpusException">The shard was done by another version or with other options.</exception>
    public static ShardReport? FindDone(CorpusShard shard, string folder, string fingerprint)
    {
        var paths = new ShardPaths(folder, shard.Name);
        if (WholeFile.Read(paths.Marker) is not { } bytes) return null;
        ShardReport? report = ShardReport.Parse(bytes);
        if (report is null || report.InputBytes != shard.Bytes || report.InputWritten != shard.Written) return null;
        if (!File.Exists(paths.Output) || report.FindChanged(paths) is not null) return null;
        if (report.Fingerprint == fingerprint) return report;
        throw new CorpusException($"{shard.Name} in {folder} was made by another version or with other options. Name another output folder, or delete this one.");
    }

    /// <summary>Repairs a shard, from the place where it was left.</summary>
    /// <returns>What was counted; of a shard that was done before, what was counted then.</returns>
    /// <exception cref="ShardBusyException">Somebody else is working on the shard.</exception>
    /// <exception cref="CorpusException">The shard was made with other options, or its input was changed under way.</exception>
    public async Task<ShardReport> RunAsync(CorpusShard shard, CancellationToken cancellation)
    {
        var paths = new ShardPaths(engine.Options.Output, shard.Name);
        paths.CreateFolders();
        using ShardLock held = ShardLock.TryTake(paths.Lock)
            ?? throw new ShardBusyException($"{shard.Name} is being worked on by somebody else. Wait, or stop the other run.");
        // Whoever held the lock before may have finished the shard.
        ShardReport report = FindDone(shard, engine.Options.Output, engine.Fingerprint)
            ?? await RepairAsync(shard, paths, cancellation).ConfigureAwait(false);
        held.Remove();
        observer?.Done();
        return report;
    }

    private async Task<ShardReport> RepairAsync(CorpusShard shard, ShardPaths paths, CancellationToken cancellation)
    {
        using var telemetry = new ShardTelemetry(shard);
        try
        {
            using var writer = new ShardWriter(shard, paths, engine.Fingerprint);
            observer?.Resumed(writer.Counts);
            await CopyOrSaveAsync(shard, writer, cancellation).ConfigureAwait(false);
            CheckUnchanged(shard);
            return writer.Finish(engine.Settings);
        }
        catch (Exception e)
        {
            telemetry.Failed(e);
            throw;
        }
    }

    private async Task CopyOrSaveAsync(CorpusShard shard, ShardWriter writer, CancellationToken cancellation)
    {
        try
        {
            await CopyAsync(shard, writer, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Whoever is asked to stop has the time to write down how far he came; whoever fails may not have the disk for it.
            writer.Save();
            throw;
        }
    }

    private async Task CopyAsync(CorpusShard shard, ShardWriter writer, CancellationToken cancellation)
    {
        (Stream stream, FileStream file) = Compressor.OpenRead(shard.Path);
        using Stream input = stream;
        Skip(stream, file, writer.Offset);
        var reader = new BlockReader(stream, engine.Options.BlockBytes, engine.Options.MaximumLineBytes, writer.Offset, writer.Counts.Lines + 1);
        try
        {
            while (reader.Read() is { } block)
            {
                while (!HasRoomFor(block)) await WriteNextAsync(writer, file).ConfigureAwait(false);
                cancellation.ThrowIfCancellationRequested();
                Start(block, Compressor.Of(shard.Name), cancellation);
                while (_pending.TryPeek(out PendingBlock next) && next.Result.IsCompleted) await WriteNextAsync(writer, file).ConfigureAwait(false);
            }
            while (_pending.Count > 0) await WriteNextAsync(writer, file).ConfigureAwait(false);
        }
        finally
        {
            await WaitForTheRestAsync().ConfigureAwait(false);
        }
    }

    private bool HasRoomFor(Block block) =>
        _pending.Count == 0
        || (_pending.Count < MaximumPending && _pendingBytes + block.Bytes.Length <= (long)MaximumPending * engine.Options.BlockBytes);

    private void Start(Block block, Compression compression, CancellationToken cancellation)
    {
        _pendingBytes += block.Bytes.Length;
        _pending.Enqueue(new(block.End, block.Bytes.Length, block.EndsLine, engine.ProcessAsync(block, compression, cancellation)));
    }

    private async Task WriteNextAsync(ShardWriter writer, FileStream file)
    {
        PendingBlock next = _pending.Dequeue();
        _pendingBytes -= next.Bytes;
        BlockResult result = await next.Result.ConfigureAwait(false);
        writer.Append(result, next.End, next.EndsLine);
        CorpusTelemetry.Count(result.Counts);
        observer?.Advanced(result.Counts, file.Position);
        if (Stopwatch.GetElapsedTime(_saved) < engine.Options.CheckpointInterval) return;
        writer.Save();
        _saved = Stopwatch.GetTimestamp();
    }

    // After a failure the others still use their buffers; their results, and their own failures, no longer matter.
    private async Task WaitForTheRestAsync()
    {
        foreach (PendingBlock pending in _pending) await ((Task)pending.Result).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _pending.Clear();
    }

    private static void Skip(Stream stream, FileStream file, long offset)
    {
        if (ReferenceEquals(stream, file))
        {
            file.Position = offset;
            return;
        }
        byte[] buffer = new byte[1 << 16];
        for (long rest = offset; rest > 0;)
        {
            int read = stream.Read(buffer, 0, (int)Math.Min(rest, buffer.Length));
            if (read == 0) throw new CorpusException($"{file.Name} ends before the place where the run was interrupted. Was it replaced?");
            rest -= read;
        }
    }

    private static void CheckUnchanged(CorpusShard shard)
    {
        var now = new FileInfo(shard.Path);
        if (now.Length != shard.Bytes || now.LastWriteTimeUtc.Ticks != shard.Written)
            throw new CorpusException($"{shard.Path} was changed while it was read. Run again when it is complete.");
    }

    private readonly record struct PendingBlock(long End, int Bytes, bool EndsLine, Task<BlockResult> Result);
}
