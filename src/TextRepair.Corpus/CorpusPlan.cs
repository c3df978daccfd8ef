using Microsoft.Extensions.FileSystemGlobbing;

namespace TextRepair.Corpus;

/// <summary>The input files of a corpus in the order of their names.</summary>
/// <remarks>The same files give the same plan on every machine.</remarks>
public sealed class CorpusPlan
{
    private static readonly string[] FolderPatterns =
        [.. from name in (string[])["jsonl", "ndjson"] from packed in (string[])["", ".gz", ".zst"] select $"**/*.{name}{packed}"];

    private CorpusPlan(IReadOnlyList<CorpusShard> shards) => Shards = shards;

    /// <summary>Gets the shards, sorted by name (ordinal).</summary>
    public IReadOnlyList<CorpusShard> Shards { get; }

    /// <summary>Gets the size of all shards on disk, in bytes.</summary>
    public long Bytes => Shards.Sum(shard => shard.Bytes);

    /// <summary>Finds the input files.</summary>
    /// <param name="input">A folder, a file, or a pattern with <c>*</c>, <c>?</c> or <c>**</c>.</param>
    /// <param name="output">The output folder; what lies in it is never input.</param>
    /// <exception cref="CorpusException">There are no such files, or output would overwrite input.</exception>
    public static CorpusPlan Create(string input, string output)
    {
        ArgumentException.ThrowIfNullOrEmpty(input);
        ArgumentException.ThrowIfNullOrEmpty(output);
        string target = System.IO.Path.GetFullPath(output);
        (string root, IEnumerable<string> names) = Find(input);
        if (root == target) throw new CorpusException($"The output folder is the input folder ({target}). Name another: input is never overwritten.");
        CorpusShard[] shards = [.. names
            .Where(name => !IsIn(target, System.IO.Path.Combine(root, name)))
            .Order(StringComparer.Ordinal)
            .Select((name, index) => Shard(root, name, index))];
        if (shards.Length == 0) throw new CorpusException($"Found no input in {input}: expected .jsonl or .ndjson files, plain or ending in .gz or .zst.");
        return new(shards);
    }

    private static (string Root, IEnumerable<string> Names) Find(string input)
    {
        if (Directory.Exists(input)) return Match(System.IO.Path.GetFullPath(input), FolderPatterns);
        if (File.Exists(input))
        {
            string path = System.IO.Path.GetFullPath(input);
            return (System.IO.Path.GetDirectoryName(path)!, [System.IO.Path.GetFileName(path)]);
        }
        string[] parts = input.Replace('\\', '/').Split('/');
        int literal = Array.FindIndex(parts, part => part.AsSpan().ContainsAny('*', '?'));
        if (literal < 0) throw new CorpusException($"There is no file or folder {input}.");
        string root = System.IO.Path.GetFullPath(literal == 0 ? "." : string.Join('/', parts[..literal]) + "/");
        return Match(root.TrimEnd('/'), [string.Join('/', parts[literal..])]);
    }

    private static (string Root, IEnumerable<string> Names) Match(string root, string[] patterns)
    {
        if (!Directory.Exists(root)) throw new CorpusException($"There is no folder {root}.");
        var matcher = new Matcher(StringComparison.Ordinal);
        matcher.AddIncludePatterns(patterns);
        // What a run writes beside its output is not a corpus; undo and apply read such folders.
        matcher.AddExcludePatterns([$"**/*{ShardPaths.EditsSuffix}", $"**/*{ShardPaths.RejectsSuffix}", $"**/{ShardPaths.StateFolder}/**"]);
        return (root, FolderTree.Find(root, matcher));
    }

    private static bool IsIn(string folder, string path) =>
        path.StartsWith(folder + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static CorpusShard Shard(string root, string name, int index)
    {
        var file = new FileInfo(System.IO.Path.Combine(root, name));
        return new(index, name, file.FullName, file.Length, file.LastWriteTimeUtc.Ticks);
    }
}
