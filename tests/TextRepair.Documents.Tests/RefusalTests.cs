using System.IO.Compression;
using CsCheck;

namespace TextRepair.Documents.Tests;

/// <summary>A document that is not sound is refused with a reason, and nothing is written.</summary>
public class RefusalTests
{
    private static readonly DocumentRepairer Repairer = Repairs.Replacing(("根底", "基础"), ("加", "减"));

    private static readonly byte[] Docx = Samples.Docx(["加强根", "底设施"], ["天气"]);
    private static readonly byte[] Epub = Samples.Epub(["<p>加强根底设施</p>"]);
    private static readonly byte[] Pdf = Samples.Pdf("Hello world.", "Second page.");

    [Theory]
    [InlineData(FileFormat.Docx, "The Word document is broken: it is not a zip file.")]
    [InlineData(FileFormat.Epub, "The EPUB file is broken: it is not a zip file.")]
    [InlineData(FileFormat.Pdf, "A PDF file can be checked and reported on, but not repaired.")]
    public void What_is_no_document_is_refused(FileFormat format, string reason) =>
        Assert.StartsWith(reason, Refuse([1, 2, 3], format), StringComparison.Ordinal);

    [Fact]
    public void An_encrypted_word_document_is_refused() =>
        Assert.StartsWith("The Word document is encrypted", Refuse([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], FileFormat.Docx), StringComparison.Ordinal);

    [Fact]
    public void A_zip_file_that_is_no_document_is_refused()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true)) zip.CreateEntry("a.txt");
        Assert.Contains("broken", Refuse(stream.ToArray(), FileFormat.Docx), StringComparison.Ordinal);
        Assert.Contains("META-INF/container.xml", Refuse(stream.ToArray(), FileFormat.Epub), StringComparison.Ordinal);
    }

    [Fact]
    public void A_signed_word_document_is_refused_if_it_would_change()
    {
        using var stream = new MemoryStream();
        stream.Write(Docx);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true)) zip.CreateEntry("_xmlsignatures/sig1.xml");
        Assert.Contains("signed", Refuse(stream.ToArray(), FileFormat.Docx), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("word/document.xml")]
    [InlineData("word/header1.xml")]
    [InlineData("[Content_Types].xml")]
    [InlineData("_rels/.rels")]
    public void A_word_document_with_a_document_type_is_refused_by_the_name_of_the_part(string name)
    {
        string reason = Refuse(Samples.WithDocumentType(Docx, name), FileFormat.Docx);
        Assert.StartsWith($"The Word document is broken: {name} declares a document type", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_unpacks_to_more_than_the_limit_is_refused()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using Stream entry = zip.CreateEntry("word/document.xml").Open();
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 257; i++) entry.Write(zeros);
        }
        Assert.Contains("larger than 256 MB", Refuse(stream.ToArray(), FileFormat.Docx), StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_of_a_pdf_file_is_read() =>
        Assert.Equal("Hello world.\nSecond page.", Repairs.Read(Pdf, FileFormat.Pdf));

    [Fact]
    public void A_broken_pdf_file_is_refused() =>
        Assert.Contains("broken", Assert.Throws<DocumentException>(() => Repairs.Read([1, 2, 3], FileFormat.Pdf)).Message, StringComparison.Ordinal);

    [Fact]
    public void An_encrypted_pdf_file_is_refused()
    {
        // A trailer that names a security handler and its keys; no password opens it.
        string keys = new('0', 64);
        byte[] content = Repairs.Utf8(System.Text.Encoding.Latin1.GetString(Pdf).Replace(
            "/Root",
            $"/ID [<{keys[..32]}> <{keys[..32]}>] /Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <{keys}> /U <{keys}> >> /Root",
            StringComparison.Ordinal));
        Assert.Contains("encrypted", Assert.Throws<DocumentException>(() => Repairs.Read(content, FileFormat.Pdf)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_bytes_never_bring_anything_but_a_result_or_a_refusal() =>
        Gen.Select(Gen.OneOfConst(FileFormat.Docx, FileFormat.Epub, FileFormat.Pdf), Gen.Int[0, 40], Gen.Select(Gen.Int[0, 1 << 20], Gen.Byte).Array[1, 20], Gen.Bool).Sample(
            (format, cut, changes, truncate) =>
            {
                byte[] content = [.. format switch { FileFormat.Docx => Docx, FileFormat.Epub => Epub, _ => Pdf }];
                foreach ((int at, byte value) in changes) content[at % content.Length] = value;
                if (truncate) content = content[..^Math.Min(content.Length, cut * content.Length / 40)];
                using var output = new MemoryStream();
                try
                {
                    if (format == FileFormat.Pdf) Repairs.Read(content, format);
                    else Repairer.Repair(new MemoryStream(content), output, format);
                }
                catch (DocumentException e)
                {
                    Assert.NotEmpty(e.Message);
                    Assert.Equal(0, output.Length);
                }
            },
            iter: 1000,
            threads: 1);

    [Theory]
    [InlineData("a.DOCX", FileFormat.Docx)]
    [InlineData("b/c.xhtml", FileFormat.Html)]
    [InlineData("d.txt", null)]
    [InlineData("pdf", null)]
    public void Names_tell_the_format(string name, FileFormat? expected) => Assert.Equal(expected, FileFormats.FromFileName(name));

    private static string Refuse(byte[] content, FileFormat format)
    {
        using var output = new MemoryStream();
        using var input = new MemoryStream(content);
        string message = Assert.Throws<DocumentException>(() => Repairer.Repair(input, output, format)).Message;
        Assert.Equal(0, output.Length);
        return message;
    }
}
