using System.CommandLine;

namespace TextRepair.Cli;

/// <summary><c>textrepair check</c>: says what is damaged and changes nothing.</summary>
internal static class CheckCommand
{
    private static readonly string[] InputFormats = ["text", "jsonl"];

    public static Command Create(Host host)
    {
        var command = new Command("check", "Say what is damaged, for people and for CI. Exit 0: nothing found, 1: damage found, 2: an error.");
        Argument<string[]> files = FileArguments.Create();
        var format = new Option<string[]>("--format", "-f")
        {
            Description = "What is read (text, jsonl; default: by the file name, documents too) and what is printed (json, sarif, rdjsonl; default: lines for people). May be given twice.",
            HelpName = "FORMAT",
        };
        format.AcceptOnlyFromAmong([.. InputFormats, "json", "sarif", "rdjsonl"]);
        var output = new Option<string?>("--output", "-o") { Description = "Where the answer goes. [default: standard output]", HelpName = "OUT" };
        var report = new Option<string?>("--report", "-r") { Description = "Write a page that shows every edit in its place here; a folder (ending in /) gets one page for each of several inputs.", HelpName = "REPORT.html" };
        command.Add(files);
        command.Add(format);
        command.Add(output);
        command.Add(report);
        var repairer = new RepairerArguments(command);
        command.SetWork((parsed, cancellation) =>
        {
            string[] formats = parsed.GetValue(format) ?? [];
            var job = new CheckJob(host, repairer.Read(parsed))
            {
                Inputs = InputList.Find(parsed.GetValue(files) ?? []),
                JsonLines = formats.LastOrDefault(InputFormats.Contains) is { } input ? input == "jsonl" : null,
                Format = formats.LastOrDefault(name => !InputFormats.Contains(name)) ?? "text",
                Output = parsed.GetValue(output),
                Report = parsed.GetValue(report),
            };
            return job.Run(cancellation);
        });
        return command;
    }
}
