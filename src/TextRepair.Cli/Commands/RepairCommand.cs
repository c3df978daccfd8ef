using System.CommandLine;

namespace TextRepair.Cli;

/// <summary><c>textrepair repair</c>: files in, repaired files out.</summary>
internal static class RepairCommand
{
    public static Command Create(Host host)
    {
        var command = new Command("repair", "Repair text and documents (.docx, .epub, .html): only what is surely damaged changes.");
        Argument<string[]> files = FileArguments.Create();
        var output = new Option<string?>("--output", "-o") { Description = "Where the text goes: a file for one input, a folder for several. [default: standard output]", HelpName = "OUT" };
        var inPlace = new Option<bool>("--in-place", "-i") { Description = "Write every file back over itself, if anything changed." };
        var edits = new Option<string?>("--edits", "-e") { Description = "Write edits and findings here, one JSON object a line; a folder (ending in /) gets one file for each input.", HelpName = "EDITS.jsonl" };
        var findings = new Option<bool>("--findings") { Description = "Print what was seen and could not be repaired on standard error: file:line:column: what." };
        var report = new Option<string?>("--report", "-r") { Description = "Write a page that shows every edit in its place here; a folder (ending in /) gets one page for each of several inputs.", HelpName = "REPORT.html" };
        Option<string?> format = FileArguments.Format();
        var encoding = new Option<string?>("--output-encoding") { Description = "The encoding of the output: keep, utf-8, gb18030, utf-16. [default: keep]", HelpName = "NAME" };
        var rejects = new Option<string?>("--rejects") { Description = "Where lines go that are no records, byte for byte; without it the first one ends the run.", HelpName = "FILE" };
        var pass = new Option<bool>("--pass-rejects") { Description = "Keep lines that are no records in the output as they are, so that every line in is a line out, and go on." };
        var diff = new Option<bool>("--diff") { Description = "Print what would change, write nothing else." };
        var resume = new Option<bool>("--resume") { Description = "Leave out inputs whose output is there already: go on with a run that was interrupted." };
        var shard = new Option<string?>("--shard") { Description = "Do part K of N: every N-th input, or every N-th line of one file of records; for job arrays.", HelpName = "K/N" };
        command.Add(files);
        foreach (Option option in (Option[])[output, inPlace, edits, findings, report, format, encoding, rejects, pass, diff, resume, shard]) command.Add(option);
        var repairer = new RepairerArguments(command);
        command.SetWork((parsed, cancellation) =>
        {
            RepairSettings settings = repairer.Read(parsed);
            var job = new RepairJob(host, settings, host.MakeRepair(settings.Options))
            {
                Inputs = InputList.Find(parsed.GetValue(files) ?? []),
                Output = parsed.GetValue(output),
                InPlace = parsed.GetValue(inPlace),
                Edits = parsed.GetValue(edits),
                ShowFindings = parsed.GetValue(findings),
                Report = parsed.GetValue(report),
                JsonLines = FileArguments.IsJsonLines(parsed.GetValue(format)),
                OutputEncoding = EncodingNames.Parse(parsed.GetValue(encoding), encoding.Name),
                Rejects = parsed.GetValue(rejects),
                PassRejects = parsed.GetValue(pass),
                Diff = parsed.GetValue(diff),
                Resume = parsed.GetValue(resume),
                Part = FileArguments.Part(parsed.GetValue(shard)),
            };
            return job.Run(cancellation);
        });
        return command;
    }
}
