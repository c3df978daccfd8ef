namespace TextRepair.Cli;

/// <summary>A file that appears whole or not at all: it is written beside its place and renamed when all went well.</summary>
internal sealed class OutputFile : IDisposable
{
    private readonly string _path;
    private readonly string _beside;
    private readonly CancellationTokenRegistration _registration;
    private bool _done;

    /// <summary>Begins a file.</summary>
    /// <param name="path">Where it is to appear; a link is followed, so that it stays a link.</param>
    /// <param name="cancellation">Removes what was begun, even while a read blocks.</param>
    /// <exception cref="CliException">The file cannot be made.</exception>
    public OutputFile(string path, CancellationToken cancellation = default)
    {
        if (Directory.Exists(path)) throw new CliException($"{path}: is a folder, expected a file name.");
        Name = path;
        try
        {
            _path = (File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null) ?? Path.GetFullPath(path);
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            // A device or a pipe has no "beside": it is written as it comes.
            IsDirect = File.Exists(_path) && !IsRegular(_path);
            _beside = IsDirect ? _path : $"{_path}.{Environment.ProcessId}.partial";
            Stream = new FileStream(_beside, IsDirect ? FileMode.Open : FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"{path}: {Problem.Describe(e)}", e);
        }
        _registration = cancellation.Register(Remove);
    }

    public string Name { get; }

    private FileStream Stream { get; }

    private bool IsDirect { get; }

    /// <summary>Writes some bytes.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        try
        {
            Stream.Write(bytes);
        }
        catch (IOException e)
        {
            throw new CliException($"{Name}: {Problem.Describe(e)}", e);
        }
    }

    /// <summary>Makes the file appear.</summary>
    public void Commit()
    {
        try
        {
            Stream.Dispose();
            if (IsDirect) return;
            if (!OperatingSystem.IsWindows() && File.Exists(_path)) File.SetUnixFileMode(_beside, File.GetUnixFileMode(_path));
            File.Move(_beside, _path, overwrite: true);
            _done = true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"{Name}: {Problem.Describe(e)}", e);
        }
    }

    public void Dispose()
    {
        _registration.Dispose();
        try
        {
            Stream.Dispose();
        }
        catch (IOException)
        {
            // Only when the disk is full: the write that failed has been reported, and what is buffered is thrown away below.
        }
        Remove();
    }

    private static bool IsRegular(string path) =>
        OperatingSystem.IsWindows() || (File.GetAttributes(path) & FileAttributes.Device) == 0 && new FileInfo(path).LinkTarget is null && !path.StartsWith("/dev/", StringComparison.Ordinal);

    private void Remove()
    {
        if (!_done && !IsDirect) File.Delete(_beside);
    }
}
