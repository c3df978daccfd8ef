using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TextRepair.Records;

namespace TextRepair.Corpus;

/// <summary>Works on a repaired corpus from its edits alone: other choices of what to make, and the way back. Nothing is repaired again.</summary>
public static class CorpusEdits
{
    /// <summary>Makes other edits of those that were recorded.</summary>
    /// <param name="folder">The output folder of a run; only finished shards are taken.</param>
    /// <param name="output">Receives the same files with the chosen edits, and edits files that say what was chosen.</param>
    /// <param name="selection">The edits to make.</param>
    /// <param name="threads">How many shards are worked on at a time; the number of processors if not given.</param>
    /// <param name="cancellation">Stops after the shards in work.</param>
    /// <returns>The summary of the new folder, which is also written there.</returns>
    /// <exception cref="CorpusException"><paramref name="folder"/> holds no finished shard, or its files were changed after the run, or <paramref name="output"/> was made differently.</exception>
    public static CorpusSummary Apply(string folder, string output, EditSelection selection, int? threads = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(selection);
        List<ShardReport> reports = FindReports(folder, output);
        ForEach(reports, threads, report => Apply(report, folder, output, selection), cancellation);
        ShardReport[] done = [.. reports.Select(report => ShardRunner.FindDone(ShardOf(report, folder), output, Derive(report.Fingerprint, selection))!)];
        return CorpusReport.Write(CorpusSummary.Of(reports.Count, done), output);
    }

    /// <summary>Restores the input of a run: every line, the rejected ones too, byte for byte as it was before compression.</summary>
    /// <param name="folder">The output folder of a run, or of applying other choices to one; only finished shards are taken.</param>
    /// <param name="output">Receives the restored files under their names.</param>
    /// <param name="threads">How many shards are worked on at a time; the number of processors if not given.</param>
    /// <param name="cancellation">Stops after the shards in work.</param>
    /// <returns>How many files were restored.</returns>
    /// <exception cref="CorpusException"><paramref name="folder"/> holds no finished shard, or its files were changed after the run.</exception>
    public static int Undo(string folder, string output, int? threads = null, CancellationToken cancellation = default)
    {
        List<ShardReport> reports = FindReports(folder, output);
        ForEach(reports, threads, report => Undo(report, folder, output), cancellation);
        return reports.Count;
    }

    private static void ForEach(List<ShardReport> reports, int? threads, Action<ShardReport> work, CancellationToken cancellation)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads ?? Environment.ProcessorCount, CancellationToken = cancellation };
        Parallel.ForEach(reports, options, report => Guard(report, work));
    }

    private static void Guard(ShardReport report, Action<ShardReport> work)
    {
        try
        {
            work(report);
        }
        catch (Exception e) when (e is JsonException or RecordFormatException or ArgumentException or InvalidOperationException or KeyNotFoundException or InvalidDataException)
        {
            throw new CorpusException($"{report.Name}: its edits or rejects do not fit its text; were the files changed after the run? ({e.Message})", e);
        }
    }

    private static List<ShardReport> FindReports(string folder, string output)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentException.ThrowIfNullOrEmpty(output);
        if (Path.GetFullPath(folder) == Path.GetFullPath(output))
            throw new CorpusException($"The output folder is the folder to read ({folder}). Name another: what was repaired is not overwritten.");
        string states = Path.Combine(folder, ShardPaths.StateFolder);
        string[] markers = Directory.Exists(states) ? Directory.GetFiles(states, "*.done", SearchOption.AllDirectories) : [];
        List<ShardReport> reports = [.. markers
            .Select(marker => ShardReport.Parse(File.ReadAllBytes(marker)) ?? throw new CorpusException($"{marker} is not what a run wrote. Delete it, and run again."))
            .OrderBy(report => report.Name, StringComparer.Ordinal)];
        foreach (ShardReport report in reports)
            if (report.FindChanged(new ShardPaths(folder, report.Name)) is var (path, found, written))
                throw new CorpusException($"{path} has {found} bytes, and the run wrote {written}: it was changed or cut off since.");
        return reports.Count > 0 ? reports : throw new CorpusException($"Found no finished shard in {folder}: expected the output folder of a run.");
    }

    private static void Apply(ShardReport report, string folder, string output, EditSelection selection)
    {
        CorpusShard shard = ShardOf(report, folder);
        string fingerprint = Derive(report.Fingerprint, selection);
        if (ShardRunner.FindDone(shard, output, fingerprint) is not null) return;
        var paths = new ShardPaths(output, report.Name);
        paths.CreateFolders();
        using ShardLock held = ShardLock.TryTake(paths.Lock) ?? throw new ShardBusyException($"{report.Name} is being worked on by somebody else.");
        // Reading again is cheap, so there is no going on in the middle: a checkpoint of something else would only mislead.
        File.Delete(paths.Checkpoint);
        using var writer = new ShardWriter(shard, paths, fingerprint);
        Rewrite(report, new ShardPaths(folder, report.Name), selection, writer);
        writer.Finish(report.Settings with { MinimumConfidence = selection.MinimumConfidence });
        held.Remove();
    }

    // The lines of the input go through the same cutting and processing as in a run, so the same choice gives the same bytes.
    private static void Rewrite(ShardReport report, ShardPaths from, EditSelection selection, ShardWriter writer)
    {
        var records = new Queue<EditsRecord>();
        ShardSettings settings = report.Settings;
        var processor = new DocumentProcessor(
            (place, _) => records.TryPeek(out EditsRecord? next) && next.Place.Line == place.Line ? selection.Choose(records.Dequeue()) : EditsRecord.Clean(place),
            settings.Field,
            settings.IdField,
            settings.MaximumLineBytes);
        using var original = new OriginalStream(from, report, records.Enqueue);
        var reader = new BlockReader(original, settings.BlockBytes, settings.MaximumLineBytes, offset: 0, firstLine: 1);
        while (reader.Read() is { } block)
            using (block)
                writer.Append(processor.Process(block, Compressor.Of(report.Name)), block.End, block.EndsLine);
        if (records.Count > 0) throw new CorpusException($"The edits of {report.Name} name line {records.Peek().Place.Line}, which is not a document. Was the file changed after the run?");
    }

    private static void Undo(ShardReport report, string folder, string output)
    {
        string target = Path.Combine(output, report.Name), part = target + ".part";
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        try
        {
            Restore(report, folder, part);
            File.Move(part, target, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    private static void Restore(ShardReport report, string folder, string path)
    {
        using var original = new OriginalStream(new ShardPaths(folder, report.Name), report);
        using FileStream file = File.Create(path);
        byte[] buffer = new byte[report.Settings.BlockBytes];
        bool isEmpty = true;
        for (int read; (read = original.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0 || isEmpty; isEmpty = false)
            file.Write(Compressor.Compress(buffer.AsMemory(0, read), Compressor.Of(report.Name)).Span);
        file.Flush(flushToDisk: true);
    }

    private static CorpusShard ShardOf(ShardReport report, string folder) =>
        new(0, report.Name, Path.Combine(folder, report.Name), report.InputBytes, report.InputWritten);

    private static string Derive(string fingerprint, EditSelection selection) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{fingerprint};{selection.Describe()}")).AsSpan(0, 16));
}
