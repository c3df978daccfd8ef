using System.IO.Compression;
using System.Text;

namespace TextRepair.Cli.Tests;

public sealed class DocumentTests : IDisposable
{
    private const string Word = """<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>提高效</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>劳质量</w:t></w:r></w:p></w:body></w:document>""";

    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public async Task A_word_document_is_repaired_and_keeps_its_formatting()
    {
        string path = _tool.Write("in.docx", Docx());
        Assert.Equal(0, await _tool.Run("repair", path, "-o", _tool.PathOf("out.docx"), "--edits", _tool.PathOf("e.jsonl"), "--report", _tool.PathOf("r.html")));
        string xml = Entry("out.docx", "word/document.xml");
        Assert.Contains("提高服", xml, StringComparison.Ordinal);
        Assert.Contains("务质量", xml, StringComparison.Ordinal);
        Assert.Contains("<w:b", xml, StringComparison.Ordinal);
        Assert.Contains("\"start\":2", _tool.Read("e.jsonl"), StringComparison.Ordinal);
        Assert.Contains("效劳", _tool.Read("r.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_book_is_repaired()
    {
        string path = _tool.Write("in.epub", Zip(
            ("mimetype", "application/epub+zip"),
            ("META-INF/container.xml", """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>"""),
            ("book.opf", """<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="p" href="p.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="p"/></spine></package>"""),
            ("p.xhtml", "<p>提高<b>效劳</b>质量</p>")));
        Assert.Equal(0, await _tool.Run("repair", path, "-o", _tool.PathOf("out.epub")));
        Assert.Equal("<p>提高<b>服务</b>质量</p>", Entry("out.epub", "p.xhtml"));
    }

    [Fact]
    public async Task In_a_web_page_text_changes_and_markup_does_not()
    {
        string path = _tool.Write("in.html", "<p title=效劳>提高<b>效劳</b>质量</p><script>'效劳'</script>");
        Assert.Equal(0, await _tool.Run("repair", path));
        Assert.Equal("<p title=效劳>提高<b>服务</b>质量</p><script>'效劳'</script>", _tool.Output);
        Assert.Equal(0, await _tool.Run("repair", "--format", "text", path));
        Assert.Equal("<p title=服务>提高<b>服务</b>质量</p><script>'服务'</script>", _tool.Output);
    }

    [Fact]
    public async Task In_place_leaves_a_clean_document_alone()
    {
        string clean = _tool.Write("clean.html", "<p>干净");
        string dirty = _tool.Write("dirty.docx", Docx());
        DateTime before = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(clean, before);
        Assert.Equal(0, await _tool.Run("repair", "--in-place", clean, dirty));
        Assert.Equal(before, File.GetLastWriteTimeUtc(clean));
        Assert.Contains("服", Entry("dirty.docx", "word/document.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Documents_are_checked()
    {
        Assert.Equal(1, await _tool.Run("check", _tool.Write("in.docx", Docx())));
        Assert.Contains("效劳", _tool.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pdf_file_is_checked_and_shown_but_not_repaired()
    {
        string pdf = _tool.Write("in.pdf", Pdf());
        Assert.Equal(1, await _tool.Run("check", pdf, "--report", _tool.PathOf("check.html")));
        Assert.Equal(0, await _tool.Run("repair", pdf, "--report", _tool.PathOf("repair.html")));
        Assert.Equal("", _tool.Output);
        Assert.Equal(_tool.Read("check.html"), _tool.Read("repair.html"));
        Assert.Equal(2, await _tool.Run("repair", pdf, "-o", _tool.PathOf("out.pdf"), "--report", _tool.PathOf("none.html")));
        Assert.Contains("in.pdf: A PDF file can be checked and reported on, but not repaired.", _tool.Error, StringComparison.Ordinal);
        Assert.Equal(["check.html", "in.pdf", "repair.html"], Files());
    }

    [Theory]
    [InlineData("a.docx", "broken")]
    [InlineData("a.epub", "broken")]
    [InlineData("locked.docx", "encrypted")]
    public async Task What_is_refused_is_one_clear_line_and_nothing_is_written(string name, string reason)
    {
        string path = _tool.Write(name, name == "locked.docx" ? [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] : [1, 2, 3]);
        Assert.Equal(2, await _tool.Run("repair", path, "-o", _tool.PathOf("out"), "--edits", _tool.PathOf("e.jsonl"), "--report", _tool.PathOf("r.html")));
        Assert.Single(_tool.Error.Trim().Split('\n'));
        Assert.Contains($"{name}: ", _tool.Error, StringComparison.Ordinal);
        Assert.Contains(reason, _tool.Error, StringComparison.Ordinal);
        Assert.Equal([name], Files());
        Assert.Equal(2, await _tool.Run("check", path));
        Assert.Contains(reason, _tool.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_keeps_its_encoding()
    {
        Assert.Equal(2, await _tool.Run("repair", _tool.Write("in.html", "<p>效劳"), "--output-encoding", "gb18030"));
        Assert.Contains("in.html: --output-encoding is for plain text", _tool.Error, StringComparison.Ordinal);
    }

    private static byte[] Docx() => Zip(
        ("[Content_Types].xml", """<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""),
        ("_rels/.rels", """<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""),
        ("word/document.xml", Word));

    // The smallest file with a line of text; "??" is a finding to the repair of these tests.
    private static byte[] Pdf()
    {
        const string Content = "BT /F1 12 Tf 50 700 Td (done ?? percent) Tj ET";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            $"<< /Length {Content.Length} >>\nstream\n{Content}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        ];
        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        foreach (string item in objects)
        {
            offsets.Add(file.Length);
            file.Append($"{offsets.Count} 0 obj\n{item}\nendobj\n");
        }
        int table = file.Length;
        file.Append($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (int offset in offsets) file.Append($"{offset:D10} 00000 n \n");
        file.Append($"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }

    private static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach ((string name, string content) in entries)
            {
                using Stream entry = zip.CreateEntry(name, name == "mimetype" ? CompressionLevel.NoCompression : CompressionLevel.Optimal).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        return stream.ToArray();
    }

    private string[] Files() => [.. Directory.GetFileSystemEntries(_tool.Folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    private string Entry(string file, string name)
    {
        using ZipArchive zip = ZipFile.OpenRead(_tool.PathOf(file));
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
