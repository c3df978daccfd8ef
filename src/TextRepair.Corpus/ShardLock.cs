namespace TextRepair.Corpus;

/// <summary>Keeps others, in this process or another, from working on the same shard.</summary>
/// <remarks>The operating system lets go of it however the process ends. The file is removed only when the shard is done.</remarks>
internal sealed class ShardLock : IDisposable
{
    private readonly FileStream _file;
    private readonly string _path;

    private ShardLock(string path) =>
        (_path, _file) = (path, new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1));

    public static ShardLock? TryTake(string path)
    {
        try
        {
            return new(path);
        }
        catch (IOException e) when (e is not (FileNotFoundException or DirectoryNotFoundException) && File.Exists(path) && !DiskIsFull(e))
        {
            return null;
        }
    }

    public void Remove() => File.Delete(_path);

    public void Dispose() => _file.Dispose();

    // ENOSPC on Unix, ERROR_DISK_FULL on Windows.
    private static bool DiskIsFull(IOException e) => (e.HResult & 0xffff) is 28 or 112;
}
