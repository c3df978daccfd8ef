namespace TextRepair.Documents;

/// <summary>Repairs the text of documents and keeps everything else.</summary>
/// <remarks>
/// A document is judged as a whole and edited where its text stands: run by run in Word files, between the tags in HTML and
/// EPUB. A document in which nothing is changed comes out byte for byte as it went in. Safe to use from several threads.
/// </remarks>
public sealed class DocumentRepairer
{
    private readonly Func<string, RepairResult> _repair;

    /// <summary>Initialises a repairer of documents.</summary>
    /// <param name="repairer">The repairer of their text.</param>
    public DocumentRepairer(TextRepairer repairer)
    {
        ArgumentNullException.ThrowIfNull(repairer);
        _repair = repairer.Repair;
    }

    internal DocumentRepairer(Func<string, RepairResult> repair) => _repair = repair;

    /// <summary>Repairs a document.</summary>
    /// <param name="input">The document, read to its end and left open.</param>
    /// <param name="output">Receives the repaired document when it is complete, and nothing if the document is refused. Left open.</param>
    /// <param name="format">The format of the document.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="DocumentException">The document is broken, encrypted, too large, signed and damaged, or a PDF file, which can only be checked.</exception>
    /// <exception cref="IOException">A stream cannot be read or written.</exception>
    public DocumentRepairResult Repair(Stream input, Stream output, FileFormat format)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        if (format == FileFormat.Pdf) throw new DocumentException("A PDF file can be checked and reported on, but not repaired. Repair the document it was made from.");
        byte[] content = Limits.Read(input);
        using EditableDocument document = EditableDocument.Open(content, format);
        RepairResult wanted = _repair(document.Text);
        DocumentRepairResult done = document.Apply(wanted);
        output.Write(done.Result.Edits.Count == 0 ? content : document.Save());
        return done;
    }

    /// <summary>Says what is damaged in a document, without writing anything.</summary>
    /// <param name="input">The document, read to its end and left open.</param>
    /// <param name="format">The format of the document.</param>
    /// <returns>The result; positions speak of the text that <see cref="DocumentText.Read"/> gives.</returns>
    /// <exception cref="DocumentException">The document is broken, encrypted or too large.</exception>
    /// <exception cref="IOException"><paramref name="input"/> cannot be read.</exception>
    public RepairResult Check(Stream input, FileFormat format) => _repair(DocumentText.Read(input, format));
}
