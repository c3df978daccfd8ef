using System.IO.Compression;

namespace TextRepair.Cli;

/// <summary>One document or one file of records.</summary>
/// <param name="Path">Its path; <see langword="null"/> for standard input.</param>
/// <param name="RelativePath">Where it goes below an output folder.</param>
internal sealed record InputFile(string? Path, string RelativePath)
{
    private const long LargestText = 1 << 30;

    // Reading it at once would take too much memory.
    private const long LongText = 1 << 24;

    /// <summary>Gets the name that messages and edits use.</summary>
    public string Name => Path ?? "standard input";

    public bool IsJsonLines => UnpackedName is { } name && (EndsWith(name, ".jsonl") || EndsWith(name, ".ndjson"));

    /// <summary>Gets a value indicating whether the file is compressed by gzip, by its name.</summary>
    public bool IsPacked => Path is not null && EndsWith(Path, ".gz");

    /// <summary>Gets the size of what is read in bytes; <see langword="null"/> where it is not known before the end.</summary>
    public long? Size => Path is null || IsPacked || !File.Exists(Path) ? null : new FileInfo(Path).Length;

    private string? UnpackedName => IsPacked ? Path![..^3] : Path;

    /// <summary>Gets a value indicating whether the file is so long that it is better read part by part.</summary>
    public bool IsLong => Size > LongText;

    public Stream Open(Host host)
    {
        if (Path is null) return host.Input;
        if (Directory.Exists(Path)) throw new CliException($"{Path}: is a folder, expected a file.");
        try
        {
            return new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"{Path}: {Problem.Describe(e)}", e);
        }
    }

    /// <summary>Opens the file and unpacks it if its name ends in .gz.</summary>
    public Stream OpenUnpacked(Host host) => IsPacked ? new GZipStream(Open(host), CompressionMode.Decompress) : Open(host);

    public DecodedText ReadText(Host host, TextEncoding? encoding)
    {
        using Stream stream = OpenUnpacked(host);
        if (Size > LargestText)
            throw new CliException($"{Name}: {Size:N0} bytes are too large for one document. Divide it, or give it as JSON lines.");
        using var bytes = new MemoryStream();
        try
        {
            stream.CopyTo(bytes);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            throw new CliException($"{Name}: {Problem.Describe(e)}", e);
        }
        return TextDecoder.Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), Name, encoding);
    }

    private static bool EndsWith(string name, string extension) => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
}
