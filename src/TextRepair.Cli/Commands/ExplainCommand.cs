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
        Argument<string[]> files = FileArguments.Create();
        command.Add(files);
        var repairer = new RepairerArguments(command);
        command.SetAction(parsed =>
        {
            RepairSettings settings = repairer.Read(parsed);
            Func<string, RepairResult> repair = host.MakeRepair(settings.Options);
            foreach (InputFile input in InputList.Find(parsed.GetValue(files) ?? []))
                host.Output.Write(Encoding.UTF8.GetBytes(Explain(input.Name, repair(input.ReadText(host, settings.Encoding).Text))));
            host.Output.Flush();
        });
        return command;
    }

    private static string Explain(string name, RepairResult result)
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
        return output.ToString();
    }

    private static string Place(LineMap lines, int position) =>
        string.Create(CultureInfo.InvariantCulture, $"{lines.LineOf(position) + 1}:{lines.ColumnOf(position) + 1}");

    private static string Around(string text, int start, int end, string middle)
    {
        int from = Math.Max(0, start - Context), to = Math.Min(text.Length, end + Context);
        return (text[from..start] + middle + text[end..to]).ReplaceLineEndings("⏎");
    }
}
