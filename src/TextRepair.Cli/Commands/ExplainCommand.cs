using System.CommandLine;
using System.Globalization;
using System.Text;
using TextRepair.Records;

namespace TextRepair.Cli;

/// <summary><c>textrepair explain</c>: every edit and finding with its surroundings and its reason.</summary>
internal static class ExplainCommand
{
    private const int Context = 14;

    public static Command Create(Host host)
    {
        var command = new Command("explain", "Show every edit and finding with what spoke for it.");
        LookArguments.SetAction(command, host, document => Explain(document.Name, document.Result));
        return command;
    }

    private static byte[] Explain(string name, RepairResult result)
    {
        var output = new StringBuilder();
        var lines = new LineMap(result.Original);
        output.Append(CultureInfo.InvariantCulture, $"{name}: {result.Edits.Count} edits, {result.Findings.Count} findings, damaged with probability {result.Diagnosis.DamageProbability:0.0000}\n");
        foreach (TextEdit edit in result.Edits)
        {
            output.Append(CultureInfo.InvariantCulture, $"\n{Place(lines, edit.Start)}  {Around(result.Original, edit.Start, edit.End, $"[{edit.Original} → {edit.Replacement}]")}\n");
            output.Append(CultureInfo.InvariantCulture, $"    {ResultJson.NameOf(edit.Kind)}, rule {edit.Rule}, confidence {edit.Confidence:0.0000}\n    {edit.Reason}\n");
        }
        foreach (Finding finding in result.Findings)
        {
            int end = finding.Start + finding.Length;
            output.Append(CultureInfo.InvariantCulture, $"\n{Place(lines, finding.Start)}  {Around(result.Original, finding.Start, end, $"[{result.Original[finding.Start..end]}]")}\n");
            output.Append(CultureInfo.InvariantCulture, $"    {ResultJson.NameOf(finding.Kind)}: {finding.Message}\n");
        }
        return Encoding.UTF8.GetBytes(output.ToString());
    }

    private static string Place(LineMap lines, int position) =>
        string.Create(CultureInfo.InvariantCulture, $"{lines.LineOf(position) + 1}:{lines.ColumnOf(position) + 1}");

    private static string Around(string text, int start, int end, string middle)
    {
        int from = Math.Max(0, start - Context), to = Math.Min(text.Length, end + Context);
        return (text[from..start] + middle + text[end..to]).ReplaceLineEndings("⏎");
    }
}
