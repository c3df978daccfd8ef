#if !NO_DOCUMENTS
using TextRepair.Documents;

namespace TextRepair.Cli;

/// <summary>Inputs that are documents rather than plain text: Word, EPUB, HTML, and PDF, which is only read.</summary>
/// <remarks>The libraries that read them are not ready for native AOT; a native build is made with the other half of this file.</remarks>
internal static class DocumentInput
{
    /// <summary>Gets the endings of documents that are repaired where a folder is named.</summary>
    public static string[] InFolders { get; } = [".docx", ".epub"];

    /// <summary>Tells by its name whether a file is a document.</summary>
    public static bool IsDocument(InputFile input) => FormatOf(input) is not null;

    /// <summary>Tells by its name whether a file can be read and not written.</summary>
    public static bool IsReadOnly(InputFile input) => FormatOf(input) == FileFormat.Pdf;

    /// <summary>Tells by its name whether a file is text that a terminal can show.</summary>
    public static bool IsMarkup(InputFile input) => FormatOf(input) == FileFormat.Html;

    /// <summary>Repairs a document.</summary>
    /// <exception cref="CliException">The document cannot be read, or was refused.</exception>
    public static RepairedDocument Repair(InputFile input, Host host, Func<string, RepairResult> repair)
    {
        using var output = new MemoryStream();
        DocumentRepairResult done = Read(input, host, stream => new DocumentRepairer(repair).Repair(stream, output, FormatOf(input)!.Value));
        return new RepairedDocument(done.Result, output.ToArray(), done.Skipped.Count);
    }

    /// <summary>Says what is damaged in a document.</summary>
    /// <exception cref="CliException">The document cannot be read, or was refused.</exception>
    public static RepairResult Check(InputFile input, Host host, Func<string, RepairResult> repair) =>
        Read(input, host, stream => new DocumentRepairer(repair).Check(stream, FormatOf(input)!.Value));

    private static FileFormat? FormatOf(InputFile input) => input.Path is null ? null : FileFormats.FromFileName(input.Path);

    private static T Read<T>(InputFile input, Host host, Func<Stream, T> read)
    {
        using Stream stream = input.Open(host);
        try
        {
            return read(stream);
        }
        catch (DocumentException e)
        {
            throw new CliException($"{input.Name}: {e.Message}", e);
        }
        catch (IOException e)
        {
            throw new CliException($"{input.Name}: {Problem.Describe(e)}", e);
        }
    }
}
#else
namespace TextRepair.Cli;

/// <summary>Documents in the native build: known by their names, and refused.</summary>
internal static class DocumentInput
{
    private static readonly string[] Extensions = [".html", ".htm", ".xhtml", ".epub", ".docx", ".docm", ".dotx", ".pdf"];

    public static string[] InFolders { get; } = [];

    public static bool IsDocument(InputFile input) => input.Path is not null && Extensions.Contains(Path.GetExtension(input.Path), StringComparer.OrdinalIgnoreCase);

    public static bool IsReadOnly(InputFile input) => false;

    public static bool IsMarkup(InputFile input) => false;

    public static RepairedDocument Repair(InputFile input, Host host, Func<string, RepairResult> repair) => throw Refusal(input);

    public static RepairResult Check(InputFile input, Host host, Func<string, RepairResult> repair) => throw Refusal(input);

    private static CliException Refusal(InputFile input) =>
        new($"{input.Name}: this native build of textrepair reads plain text and JSON lines only. The tool package (dotnet tool install TextRepair.Cli) reads documents too.");
}
#endif
