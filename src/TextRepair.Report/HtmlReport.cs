using System.Security.Cryptography;
using System.Text;

namespace TextRepair.Report;

/// <summary>Writes what was done to a text as one self-contained HTML page.</summary>
/// <remarks>
/// The page needs no network and no other file. It shows the document with every edit in its place, the findings and the
/// diagnosis, and lets a reader accept and reject edits and save the decisions as protected words and as a dictionary.
/// A text is shown as text whatever it holds: all of it is escaped, and a content security policy lets no script run
/// but the page's own. The same result gives the same bytes.
/// </remarks>
public static class HtmlReport
{
    /// <summary>Writes a page.</summary>
    /// <param name="result">What was done.</param>
    /// <param name="writer">Receives the page; where it goes to bytes, they must be UTF-8. It is not closed.</param>
    /// <param name="options">The options; the defaults when <see langword="null"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="result"/> or <paramref name="writer"/> is <see langword="null"/>.</exception>
    /// <exception cref="IOException">The page cannot be written.</exception>
    public static void Write(RepairResult result, TextWriter writer, HtmlReportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(writer);
        string name = options?.DocumentName ?? "";
        string style = Asset("report.css"), script = Asset("report.js");
        WriteHead(writer, name, style, script);
        writer.Write("<body>\n");
        SummaryView.Write(writer, result, name);
        DiagnosisView.Write(writer, result.Diagnosis);
        writer.Write("<div id=\"columns\">\n");
        TextView.Write(writer, result);
        MapView.Write(writer, result);
        SideView.Write(writer, result);
        writer.Write("</div>\n<div id=\"tip\" role=\"tooltip\" hidden></div>\n<script type=\"application/json\" id=\"data\">");
        writer.Write(ReportData.ToJson(result, name));
        writer.Write("</script>\n<script>");
        writer.Write(script);
        writer.Write("</script>\n</body>\n</html>\n");
    }

    private static void WriteHead(TextWriter writer, string name, string style, string script)
    {
        writer.Write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        writer.Write("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'; form-action 'none'; ");
        writer.Write($"style-src '{Hash(style)}'; script-src '{Hash(script)}'\">\n");
        writer.Write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<title>");
        Html.WriteText(writer, name.Length == 0 ? "TextRepair report" : $"{name} – TextRepair report");
        writer.Write("</title>\n<style>");
        writer.Write(style);
        writer.Write("</style>\n</head>\n");
    }

    private static string Hash(string content) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    // Browsers read CRLF as LF before they hash.
    private static string Asset(string name)
    {
        using Stream stream = typeof(HtmlReport).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
