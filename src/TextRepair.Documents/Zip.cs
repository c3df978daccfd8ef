using System.IO.Compression;
using System.Text;

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

    /// <summary>Finds a part in XML that declares a document type. Readers refuse those without naming the part.</summary>
    /// <returns>Its name; nothing where there is none.</returns>
    public static string? FindDocumentType(ZipArchive archive) =>
        archive.Entries.FirstOrDefault(entry => Path.GetExtension(entry.FullName) is ".xml" or ".rels" && DeclaresType(entry))?.FullName;

    // It stands before the first element. Of UTF-16 every second byte is left out.
    private static bool DeclaresType(ZipArchiveEntry entry)
    {
        byte[] head = new byte[4096];
        using Stream stream = entry.Open();
        int length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return Encoding.Latin1.GetString(head, 0, length).Replace("\0", "", StringComparison.Ordinal).Contains("<!DOCTYPE", StringComparison.Ordinal);
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
