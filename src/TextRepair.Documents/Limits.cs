namespace TextRepair.Documents;

/// <summary>How much is read: a small file that claims to hold gigabytes must not take the machine down.</summary>
internal static class Limits
{
    /// <summary>The largest document, and the largest sum of what a packed document holds, in bytes.</summary>
    public const int Bytes = 256 * 1024 * 1024;

    /// <summary>Reads a stream to its end.</summary>
    /// <exception cref="DocumentException">It is longer than the limit.</exception>
    public static byte[] Read(Stream stream) => Read(stream, Bytes);

    /// <summary>Reads a stream to its end.</summary>
    /// <exception cref="DocumentException">It is longer than <paramref name="most"/>.</exception>
    public static byte[] Read(Stream stream, long most)
    {
        using var content = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            if (content.Length + read > most) throw new DocumentException($"The document is larger than {Bytes / (1024 * 1024)} MB when unpacked.");
            content.Write(buffer, 0, read);
        }
        return content.ToArray();
    }
}
