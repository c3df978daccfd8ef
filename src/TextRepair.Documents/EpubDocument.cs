using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace TextRepair.Documents;

/// <summary>An electronic book: its pages in reading order are one document.</summary>
internal sealed class EpubDocument : EditableDocument
{
    private static readonly XNamespace Container = "urn:oasis:names:tc:opendocument:xmlns:container";
    private static readonly XNamespace Package = "http://www.idpf.org/2007/opf";
    private static readonly XNamespace Encryption = "http://www.w3.org/2001/04/xmlenc#";

    private readonly ZipArchive _archive;
    private readonly Dictionary<string, MarkupSource> _pages = new(StringComparer.Ordinal);
    private long _left = Limits.Bytes;

    private EpubDocument(ZipArchive archive) => _archive = archive;

    public static EpubDocument Open(byte[] content)
    {
        var document = new EpubDocument(Zip.Open(content, "EPUB file"));
        try
        {
            document.ReadPages();
            return document;
        }
        catch
        {
            document.Dispose();
            throw;
        }
    }

    protected override byte[] Write()
    {
        using var output = new MemoryStream();
        using (var copy = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
            foreach (ZipArchiveEntry entry in _archive.Entries) Copy(entry, copy);
        return output.ToArray();
    }

    public override void Dispose() => _archive.Dispose();

    // The order is kept, and what was stored stays stored: readers want the entry "mimetype" first and uncompressed.
    private void Copy(ZipArchiveEntry entry, ZipArchive copy)
    {
        bool stored = entry.CompressedLength == entry.Length;
        ZipArchiveEntry made = copy.CreateEntry(entry.FullName, stored ? CompressionLevel.NoCompression : CompressionLevel.Optimal);
        made.LastWriteTime = entry.LastWriteTime;
        made.ExternalAttributes = entry.ExternalAttributes;
        using Stream to = made.Open();
        if (_pages.TryGetValue(entry.FullName, out MarkupSource? page))
        {
            to.Write(page.Save());
            return;
        }
        to.Write(ReadEntry(entry));
    }

    private void ReadPages()
    {
        string packagePath = (string?)ReadXml("META-INF/container.xml").Descendants(Container + "rootfile").FirstOrDefault()?.Attribute("full-path")
            ?? throw new DocumentException("The EPUB file is broken: META-INF/container.xml names no package.");
        string[] pages = [.. FindPages(packagePath)];
        RefuseEncrypted(pages);
        foreach (string path in pages)
        {
            if (_pages.ContainsKey(path)) continue;
            ZipArchiveEntry entry = _archive.GetEntry(path) ?? throw new DocumentException($"The EPUB file is broken: it lists {path} and does not hold it.");
            _pages.Add(path, MarkupSource.Read(ReadEntry(entry), isXml: true, Pieces));
        }
        _left = Limits.Bytes;
    }

    private IEnumerable<string> FindPages(string packagePath)
    {
        XDocument package = ReadXml(packagePath);
        string folder = packagePath.Contains('/', StringComparison.Ordinal) ? packagePath[..(packagePath.LastIndexOf('/') + 1)] : "";
        var pages = package.Descendants(Package + "item")
            .Where(item => (string?)item.Attribute("media-type") is "application/xhtml+xml" or "text/html")
            .Select(item => (Id: (string?)item.Attribute("id") ?? "", Path: Resolve(folder, (string?)item.Attribute("href") ?? "")))
            .ToArray();
        var order = package.Descendants(Package + "itemref").Select(item => (string?)item.Attribute("idref") ?? "").ToList();
        // Pages outside the reading order, such as the table of contents, come last.
        return pages.OrderBy(page => order.IndexOf(page.Id) is >= 0 and int place ? place : int.MaxValue).Select(page => page.Path);
    }

    private void RefuseEncrypted(string[] pages)
    {
        if (_archive.GetEntry("META-INF/encryption.xml") is null) return;
        // Obfuscated fonts are listed here too, and do not matter.
        var encrypted = ReadXml("META-INF/encryption.xml").Descendants(Encryption + "CipherReference").Select(reference => Resolve("", (string?)reference.Attribute("URI") ?? ""));
        if (encrypted.Intersect(pages, StringComparer.Ordinal).Any()) throw new DocumentException("The EPUB file is encrypted.");
    }

    private static string Resolve(string folder, string reference)
    {
        var path = new Uri(new Uri("epub:///" + folder), reference.Split('#')[0]);
        return Uri.UnescapeDataString(path.AbsolutePath).TrimStart('/');
    }

    private XDocument ReadXml(string path)
    {
        ZipArchiveEntry entry = _archive.GetEntry(path) ?? throw new DocumentException($"The EPUB file is broken: it does not hold {path}.");
        using var content = new MemoryStream(ReadEntry(entry));
        // External entities are never followed.
        using var reader = XmlReader.Create(content, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        return XDocument.Load(reader);
    }

    private byte[] ReadEntry(ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        byte[] content = Limits.Read(stream, _left);
        _left -= content.Length;
        return content;
    }
}
