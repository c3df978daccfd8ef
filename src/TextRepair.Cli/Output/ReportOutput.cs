using System.Text;
using TextRepair.Report;

namespace TextRepair.Cli;

/// <summary>Where pages for people go: one file for one input, or a folder with a page for each.</summary>
internal sealed class ReportOutput
{
    private readonly string _path;
    private readonly bool _isFolder;
    private readonly CancellationToken _cancellation;

    private ReportOutput(string path, bool isFolder, CancellationToken cancellation) => (_path, _isFolder, _cancellation) = (path, isFolder, cancellation);

    /// <summary>Checks what was asked for.</summary>
    /// <exception cref="CliException">A file is named for several inputs, or a folder for one.</exception>
    public static ReportOutput? Create(string? path, int inputs, CancellationToken cancellation)
    {
        if (path is null) return null;
        bool isFolder = EditsOutput.IsFolder(path);
        if (inputs > 1 && !isFolder) throw new CliException($"--report {path}: several inputs need a folder: end its name in /.");
        if (inputs == 1 && isFolder) throw new CliException($"{path}: is a folder, expected a file name.");
        return new ReportOutput(path, isFolder, cancellation);
    }

    /// <summary>Writes a page, which appears when it is committed.</summary>
    public OutputFile Write(InputFile input, RepairResult result)
    {
        var file = new OutputFile(_isFolder ? Path.Combine(_path, input.RelativePath + ".report.html") : _path, _cancellation);
        try
        {
            using var page = new StringWriter();
            HtmlReport.Write(result, page, new HtmlReportOptions { DocumentName = Path.GetFileName(input.Name) });
            file.Write(Encoding.UTF8.GetBytes(page.ToString()));
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
