using System.IO.Compression;
using System.Text;

namespace TextRepair.Corpus.Tests;

/// <summary>A folder with an input, thrown away after the test, and a stand-in repairer whose answers are known.</summary>
internal sealed class CorpusFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("textrepair-");

    public CorpusFolder() => Directory.CreateDirectory(Input);

    public string Input => At("in");

    public string Output => At("out");

    public string At(string name) => Path.Combine(_folder.FullName, name);

    public CorpusOptions Options(string output = "out") => new() { Input = Input, Output = At(output), Threads = 2, BlockBytes = 1 << 16 };

    public CorpusRunner Runner(string output = "out", Action<CorpusOptions>? with = null, Func<string, DocumentRepair>? repair = null)
    {
        CorpusOptions options = Options(output);
        with?.Invoke(options);
        return new CorpusRunner(options, repair ?? StandIn.Repair);
    }

    public async Task<CorpusRunResult> RunAsync(string output = "out", Action<CorpusOptions>? with = null)
    {
        using CorpusRunner runner = Runner(output, with);
        return await runner.RunAsync(cancellation: TestContext.Current.CancellationToken);
    }

    public void Write(string name, params string[] lines) => Write(name, Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));

    public void Write(string name, byte[] content)
    {
        string path = Path.Combine(Input, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, Pack(name, content));
    }

    public string Read(string name) => Encoding.UTF8.GetString(ReadBytes(Path.Combine("out", name)));

    /// <summary>Reads a file below the folder, decompressed.</summary>
    public byte[] ReadBytes(string name)
    {
        using Stream stream = Compressor.OpenRead(At(name)).Stream;
        var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Gets every file a run left behind, with its bytes, its own records apart.</summary>
    public SortedDictionary<string, string> Files(string output) => new(
        Directory.EnumerateFiles(At(output), "*", SearchOption.AllDirectories)
            .Where(path => !path.Contains(ShardPaths.StateFolder, StringComparison.Ordinal))
            .ToDictionary(path => Path.GetRelativePath(At(output), path), path => Convert.ToBase64String(File.ReadAllBytes(path))),
        StringComparer.Ordinal);

    public void Dispose() => _folder.Delete(recursive: true);

    private static byte[] Pack(string name, byte[] content)
    {
        if (Compressor.Of(name) != Compression.Gzip) return Compressor.Compress(content, Compressor.Of(name)).ToArray();
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(content);
        return packed.ToArray();
    }
}
