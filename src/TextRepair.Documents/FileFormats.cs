namespace TextRepair.Documents;

/// <summary>Tells the format of a file.</summary>
public static class FileFormats
{
    /// <summary>Tells the format of a file by the end of its name.</summary>
    /// <param name="path">A path or file name.</param>
    /// <returns>The format; <see langword="null"/> for every other name, such as that of a plain text.</returns>
    public static FileFormat? FromFileName(string path) => Path.GetExtension(path)?.ToUpperInvariant() switch
    {
        ".HTML" or ".HTM" or ".XHTML" => FileFormat.Html,
        ".EPUB" => FileFormat.Epub,
        ".DOCX" or ".DOCM" or ".DOTX" => FileFormat.Docx,
        ".PDF" => FileFormat.Pdf,
        _ => null,
    };
}
