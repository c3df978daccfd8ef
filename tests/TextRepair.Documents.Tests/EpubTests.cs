using System.IO.Compression;

namespace TextRepair.Documents.Tests;

public class EpubTests
{
    private const string Page = """<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><script src="x.js"/><title>书</title></head><body class='a'><p>根<b>底</b>设施<br/>a &lt; b</p></body></html>""";

    private static readonly DocumentRepairer Repairer = Repairs.Replacing(("根底", "基<>础"));

    [Fact]
    public void Pages_are_repaired_and_everything_else_stays()
    {
        byte[] before = Samples.Epub([Page, "<p>今天</p>"]);
        byte[] after = Repairer.Repair(before, FileFormat.Epub).Output;
        Dictionary<string, string> was = Entries(before), became = Entries(after);
        Assert.Equal(was.Keys, became.Keys);
        Assert.Equal(Page.Replace("根<b>底</b>", "基&lt;&gt;础<b></b>", StringComparison.Ordinal), became["OPS/page 0.xhtml"]);
        Assert.All(was.Keys.Where(name => name != "OPS/page 0.xhtml"), name => Assert.Equal(was[name], became[name]));
    }

    [Fact]
    public void The_type_stays_first_and_uncompressed()
    {
        byte[] after = Repairer.Repair(Samples.Epub([Page]), FileFormat.Epub).Output;
        Assert.Equal("mimetypeapplication/epub+zip", System.Text.Encoding.ASCII.GetString(after, 30, 28));
    }

    [Fact]
    public void The_text_of_all_pages_is_one_document_in_reading_order() =>
        Assert.Equal("书\n根底设施\na < b\n末页\n", Repairs.Read(Samples.Epub([Page, "<p>末页</p>"]), FileFormat.Epub));

    [Fact]
    public void A_clean_book_comes_out_byte_for_byte()
    {
        byte[] before = Samples.Epub(["<p>今天天气很好。</p>"]);
        Assert.Equal(before, Repairer.Repair(before, FileFormat.Epub).Output);
    }

    [Fact]
    public void An_encrypted_book_is_refused()
    {
        byte[] content = Samples.Epub([Page], encrypted: "OPS/page%200.xhtml");
        Assert.Equal("The EPUB file is encrypted.", Assert.Throws<DocumentException>(() => Repairs.Read(content, FileFormat.Epub)).Message);
    }

    [Fact]
    public void A_book_with_obfuscated_fonts_is_read() =>
        Assert.StartsWith("书", Repairs.Read(Samples.Epub([Page], encrypted: "OPS/font.otf"), FileFormat.Epub), StringComparison.Ordinal);

    [Theory]
    [InlineData("META-INF/container.xml")]
    [InlineData("OPS/book.opf")]
    public void Document_types_are_passed_over(string part) =>
        Assert.StartsWith("书\n根底设施", Repairs.Read(Samples.WithDocumentType(Samples.Epub([Page]), part), FileFormat.Epub), StringComparison.Ordinal);

    private static Dictionary<string, string> Entries(byte[] content)
    {
        using var zip = new ZipArchive(new MemoryStream(content));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        });
    }
}
