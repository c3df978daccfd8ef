using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace TextRepair.Documents;

/// <summary>A document whose text can be edited in place.</summary>
internal abstract class EditableDocument : IDisposable
{
    private string? _text;

    public string Text => _text ??= Pieces.ToString();

    protected PieceList Pieces { get; } = new();

    /// <summary>Opens a document.</summary>
    /// <exception cref="DocumentException">It is broken or encrypted.</exception>
    public static EditableDocument Open(byte[] content, FileFormat format)
    {
        return Guard(() => (EditableDocument)(format switch
        {
            FileFormat.Html => HtmlDocument.Open(content),
            FileFormat.Epub => EpubDocument.Open(content),
            FileFormat.Docx => DocxDocument.Open(content),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Formats to edit: Html, Epub, Docx."),
        }));
    }

    /// <summary>Makes the edits that change text only.</summary>
    public DocumentRepairResult Apply(RepairResult wanted)
    {
        if (wanted.Edits.Count == 0) return new DocumentRepairResult(wanted, []);
        var made = new List<TextEdit>();
        var skipped = new List<TextEdit>();
        foreach (TextEdit edit in wanted.Edits) (Pieces.TryApply(edit) ? made : skipped).Add(edit);
        if (skipped.Count == 0) return new DocumentRepairResult(wanted, skipped);
        EditList edits = EditList.Create(made);
        return new DocumentRepairResult(new RepairResult(Text, edits.ApplyTo(Text), edits, wanted.Findings, wanted.Diagnosis), skipped);
    }

    /// <summary>Gets the bytes of the edited document.</summary>
    /// <exception cref="DocumentException">A part that was not looked at before is broken.</exception>
    public byte[] Save() => Guard(Write);

    public abstract void Dispose();

    protected abstract byte[] Write();

    private static T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (SaysBroken(e))
        {
            throw new DocumentException($"The document is broken: {e.Message}", e);
        }
    }

    // What the readers of zip, XML and Office files throw for a file that is not one. KeyNotFound and the argument
    // exceptions come out of the Office reader for parts that are named and not there.
    private static bool SaysBroken(Exception e) =>
        e is InvalidDataException or FormatException or XmlException or OpenXmlPackageException or EndOfStreamException
            or KeyNotFoundException or NotSupportedException or InvalidOperationException or UriFormatException or OverflowException
        || (e is ArgumentException && e is not ArgumentOutOfRangeException { ParamName: "format" })
        || e is IOException and not FileNotFoundException;
}
