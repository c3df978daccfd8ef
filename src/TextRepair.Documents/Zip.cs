using System.IO.Compression;

namespace TextRepair.Documents;

/// <summary>Opens packed documents.</summary>
internal static class Zip
{
    /// <summary>Opens a packed document.</summary>
    /// <param name="content">The bytes of the file.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="DocumentException">It is not a zip file, it is encrypted, or it unpacks to too much.</exception>
    public static ZipArchive Open(byte[] content, string name)
    {
        // An encrypted Office document is a compound file, and so is one of the old binary format.
        if (content is [0xD0, 0xCF, 0x11, 0xE0, ..]) throw new DocumentException($"The {name} is encrypted, or of the old format of before 2007.");
        ZipArchive archive;
        try
        {
            archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
        }
        catch (InvalidDataException e)
        {
            throw new DocumentException($"The {name} is broken: it is not a zip file.", e);
        }
        try
        {
            Check(archive, name);
            return archive;
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    private static void Check(ZipArchive archive, string name)
    {
        long sum = 0;
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            if (entry.IsEncrypted) throw new DocumentException($"The {name} is encrypted.");
            sum += entry.Length;
            if (sum > Limits.Bytes) throw new DocumentException($"The {name} is larger than {Limits.Bytes / (1024 * 1024)} MB when unpacked.");
        }
    }
}
