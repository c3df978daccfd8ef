using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace TextRepair.Documents.Tests;

/// <summary>Small documents made by the libraries that read them.</summary>
internal static class Samples
{
    /// <summary>Makes a Word document of paragraphs of runs; every second run is bold.</summary>
    public static byte[] Docx(params string[][] paragraphs)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            MainDocumentPart main = document.AddMainDocumentPart();
            main.Document = new Document(new Body(paragraphs.Select(runs => new Paragraph(runs.Select(MakeRun)))));
            HeaderPart header = main.AddNewPart<HeaderPart>();
            header.Header = new Header(new Paragraph(MakeRun("根底工作", 0)));
        }
        return stream.ToArray();
    }

    /// <summary>Makes a book of pages, stored as the format demands.</summary>
    public static byte[] Epub(string[] pages, string? encrypted = null)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "mimetype", "application/epub+zip", CompressionLevel.NoCompression);
            Add(zip, "META-INF/container.xml", """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>""");
            if (encrypted is not null) Add(zip, "META-INF/encryption.xml", $"""<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#"><CipherData><CipherReference URI="{encrypted}"/></CipherData></EncryptedData></encryption>""");
            string items = string.Concat(pages.Select((_, i) => $"<item id=\"p{i}\" href=\"page%20{i}.xhtml\" media-type=\"application/xhtml+xml\"/>"));
            string order = string.Concat(pages.Select((_, i) => $"<itemref idref=\"p{i}\"/>"));
            Add(zip, "OPS/book.opf", $"""<package xmlns="http://www.idpf.org/2007/opf"><metadata>根底</metadata><manifest>{items}</manifest><spine>{order}</spine></package>""");
            for (int i = 0; i < pages.Length; i++) Add(zip, $"OPS/page {i}.xhtml", pages[i]);
            Add(zip, "OPS/根底.css", "p { content: '根底' }");
        }
        return stream.ToArray();
    }

    public static byte[] Pdf(params string[] pages)
    {
        using var builder = new PdfDocumentBuilder();
        PdfDocumentBuilder.AddedFont font = builder.AddStandard14Font(Standard14Font.Helvetica);
        foreach (string page in pages) builder.AddPage(UglyToad.PdfPig.Content.PageSize.A4).AddText(page, 12, new PdfPoint(50, 700), font);
        return builder.Build();
    }

    /// <summary>Declares a document type in a part of a packed document.</summary>
    public static byte[] WithDocumentType(byte[] document, string part)
    {
        using var stream = new MemoryStream();
        stream.Write(document);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var entry = new StreamReader(zip.GetEntry(part)!.Open());
            string content = entry.ReadToEnd();
            entry.BaseStream.SetLength(0);
            int first = content.StartsWith("<?xml", StringComparison.Ordinal) ? content.IndexOf("?>", StringComparison.Ordinal) + 2 : 0;
            entry.BaseStream.Write(Repairs.Utf8(content.Insert(first, "<!DOCTYPE x [<!ENTITY word \"根底\">]>")));
        }
        return stream.ToArray();
    }

    private static Run MakeRun(string text, int index)
    {
        var run = new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve });
        if (index % 2 == 1) run.RunProperties = new RunProperties(new Bold());
        return run;
    }

    private static void Add(ZipArchive zip, string name, string content, CompressionLevel level = CompressionLevel.Optimal)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name, level).Open());
        writer.Write(content);
    }
}
