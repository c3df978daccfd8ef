using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using UglyToad.PdfPig.Exceptions;

namespace TextRepair.Documents;

/// <summary>Reads the text of PDF files.</summary>
internal static class PdfText
{
    public static string Read(byte[] content)
    {
        try
        {
            using PdfDocument document = PdfDocument.Open(content);
            return string.Join('\n', document.GetPages().Select(ReadPage));
        }
        catch (PdfDocumentEncryptedException e)
        {
            throw new DocumentException("The PDF file is encrypted.", e);
        }
        // What a broken file makes the reader throw is not documented, and has been nearly anything.
        catch (Exception e) when (e is not (DocumentException or OutOfMemoryException))
        {
            throw new DocumentException($"The PDF file is broken: {e.Message}", e);
        }
    }

    private static string ReadPage(Page page) => ContentOrderTextExtractor.GetText(page).ReplaceLineEndings("\n");
}
