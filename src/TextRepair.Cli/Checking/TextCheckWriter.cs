using System.Globalization;
using System.Text;
using TextRepair.Records;

namespace TextRepair.Cli;

/// <summary>Lines for people and editors: <c>file:line:column: what</c>, line and column from 1.</summary>
internal sealed class TextCheckWriter(Action<ReadOnlyMemory<byte>> write) : ICheckWriter
{
    public void Add(CheckedDocument document)
    {
        RepairResult result = document.Result;
        if (result.Edits.Count == 0 && result.Findings.Count == 0) return;
        var lines = new LineMap(result.Original);
        var items = new List<(int Start, string What)>();
        foreach (TextEdit edit in result.Edits)
            items.Add((edit.Start, string.Create(CultureInfo.InvariantCulture, $"{Shown(edit.Original)} → {Shown(edit.Replacement)} ({ResultJson.NameOf(edit.Kind)}, {edit.Confidence:0.00})")));
        foreach (Finding finding in result.Findings) items.Add((finding.Start, $"{finding.Message} ({ResultJson.NameOf(finding.Kind)})"));
        var output = new StringBuilder();
        foreach ((int start, string what) in items.OrderBy(item => item.Start))
        {
            output.Append(document.Input.Name).Append(':');
            // A record is one line of its file; the column then counts within the text of the record.
            if (document.Place.Line > 0) output.Append(CultureInfo.InvariantCulture, $"{document.Place.Line}:{start + 1}");
            else output.Append(CultureInfo.InvariantCulture, $"{lines.LineOf(start) + 1}:{lines.ColumnOf(start) + 1}");
            output.Append(": ").Append(what).Append('\n');
        }
        write(Encoding.UTF8.GetBytes(output.ToString()));
    }

    public void End()
    {
    }

    public void Dispose()
    {
    }

    private static string Shown(string text) =>
        text.Length == 0 ? "∅" : text.ReplaceLineEndings("⏎");
}
