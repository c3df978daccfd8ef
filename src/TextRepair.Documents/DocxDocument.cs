using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TextRepair.Documents;

/// <summary>A Word document: body, headers, footers, notes and comments are one text.</summary>
internal sealed class DocxDocument : EditableDocument
{
    private readonly MemoryStream _stream;
    private readonly WordprocessingDocument _document;
    private readonly List<(OpenXmlPartRootElement Root, List<RunPiece> Pieces)> _parts = [];
    private readonly bool _isSigned;

    private DocxDocument(MemoryStream stream, WordprocessingDocument document, bool isSigned) =>
        (_stream, _document, _isSigned) = (stream, document, isSigned);

    public static DocxDocument Open(byte[] content)
    {
        using ZipArchive archive = Zip.Open(content, "Word document");
        bool isSigned = archive.Entries.Any(entry => entry.FullName.StartsWith("_xmlsignatures/", StringComparison.OrdinalIgnoreCase));
        try
        {
            return Open(content, isSigned);
        }
        catch (XmlException e) when (Zip.FindDocumentType(archive) is { } part)
        {
            throw new DocumentException($"The Word document is broken: {part} declares a document type (<!DOCTYPE …>), which Word files must not. Save the document again with a word processor that opens it.", e);
        }
    }

    private static DocxDocument Open(byte[] content, bool isSigned)
    {
        var stream = new MemoryStream();
        stream.Write(content);
        // Only parts whose text changes are written again; the others keep their bytes.
        var document = new DocxDocument(stream, WordprocessingDocument.Open(stream, isEditable: true, new OpenSettings { AutoSave = false }), isSigned);
        try
        {
            document.ReadParts();
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
        if (_isSigned) throw new DocumentException("The Word document is signed, and a change would break the signature. Remove the signature first.");
        foreach ((OpenXmlPartRootElement root, List<RunPiece> pieces) in _parts)
        {
            if (!pieces.Exists(piece => piece.Edits.Count > 0)) continue;
            foreach (RunPiece piece in pieces.Where(piece => piece.Edits.Count > 0)) piece.Write();
            root.Save();
        }
        _document.Save();
        return _stream.ToArray();
    }

    public override void Dispose()
    {
        _document.Dispose();
        _stream.Dispose();
    }

    private void ReadParts()
    {
        MainDocumentPart main = _document.MainDocumentPart ?? throw new DocumentException("The Word document is broken: it has no main part.");
        foreach (OpenXmlPart? part in (IEnumerable<OpenXmlPart?>)[main, .. main.HeaderParts, .. main.FooterParts, main.FootnotesPart, main.EndnotesPart, main.WordprocessingCommentsPart])
            if (part?.RootElement is { } root) ReadPart(root);
    }

    private void ReadPart(OpenXmlPartRootElement root)
    {
        var pieces = new List<RunPiece>();
        _parts.Add((root, pieces));
        foreach (Paragraph paragraph in root.Descendants<Paragraph>())
        {
            ReadContent(paragraph, pieces);
            Pieces.EndParagraph();
        }
    }

    // Paragraphs inside (text boxes) come on their own. Deleted text and field codes are other elements than Text.
    private void ReadContent(OpenXmlElement parent, List<RunPiece> pieces)
    {
        foreach (OpenXmlElement element in parent.ChildElements)
        {
            if (element is Text text) Add(new RunPiece(text), pieces);
            else if (element is TabChar) Pieces.AddFixed("\t");
            else if (element is Break or CarriageReturn) Pieces.AddFixed("\n");
            else if (element is NoBreakHyphen) Pieces.AddFixed("-");
            else if (element is not (Paragraph or RubyContent)) ReadContent(element, pieces);
        }
    }

    private void Add(RunPiece piece, List<RunPiece> pieces)
    {
        pieces.Add(piece);
        Pieces.Add(piece);
    }
}
