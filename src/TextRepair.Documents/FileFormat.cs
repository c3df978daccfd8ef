namespace TextRepair.Documents;

/// <summary>The formats that can be read.</summary>
public enum FileFormat
{
    /// <summary>A web page.</summary>
    Html,

    /// <summary>An electronic book.</summary>
    Epub,

    /// <summary>A Word document (.docx).</summary>
    Docx,

    /// <summary>A PDF file. Its text can be read, not written.</summary>
    Pdf,
}
