namespace TextRepair.Corpus;

/// <summary>Writes small files that appear whole or not at all, whatever kills the program.</summary>
internal static class WholeFile
{
    /// <summary>Writes a file that nobody else writes at the same time.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content) => Write(path, path + ".new", content);

    /// <summary>Writes a file that other processes may write too; the last one's stays.</summary>
    public static void WriteShared(string path, ReadOnlySpan<byte> content) => Write(path, $"{path}.{Guid.NewGuid():N}.new", content);

    private static void Write(string path, string beside, ReadOnlySpan<byte> content)
    {
        try
        {
            Flush(beside, content);
            File.Move(beside, path, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }

    private static void Flush(string path, ReadOnlySpan<byte> content)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write);
        file.Write(content);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Reads a file that may be missing.</summary>
    public static byte[]? Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
