namespace TextRepair.DependencyInjection;

/// <summary>A dictionary that is read from a file.</summary>
/// <param name="Path">The path.</param>
/// <param name="Reload">Whether the file is watched and read again when it changes.</param>
/// <param name="Key">What messages call it: its key in the configuration, or its path.</param>
internal sealed record DictionaryFile(string Path, bool Reload, string Key)
{
    public CorrectionDictionary Load()
    {
        try
        {
            return CorrectionDictionary.Load(Path);
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new DictionaryFormatException($"{Key}: {e.Message}", e);
        }
    }

    /// <summary>What tells one state of the file from another without reading it.</summary>
    public (DateTime Written, long Length) Stamp()
    {
        var info = new FileInfo(Path);
        return info.Exists ? (info.LastWriteTimeUtc, info.Length) : default;
    }
}
