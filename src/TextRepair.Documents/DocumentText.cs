namespace TextRepair.Documents;

/// <summary>Reads the text of documents.</summary>
public static class DocumentText
{
    /// <summary>Reads the text of a document: paragraphs divided by line ends, formatting left out.</summary>
    /// <param name="input">The document, read to its end and left open.</param>
    /// <param name="format">Its format.</param>
    /// <returns>The text. In HTML and EPUB, runs of white space are one space; scripts, styles and preformatted text are left out.</returns>
    /// <exception cref="DocumentException">The document is broken, encrypted or too large.</exception>
    /// <exception cref="IOException"><paramref name="input"/> cannot be read.</exception>
    public static string Read(Stream input, FileFormat format)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (format == FileFormat.Pdf) return PdfText.Read(Limits.Read(input));
        using EditableDocument document = EditableDocument.Open(Limits.Read(input), format);
        return document.Text;
    }
}
