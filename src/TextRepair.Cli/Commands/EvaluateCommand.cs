using System.CommandLine;

namespace TextRepair.Cli;

/// <summary><c>textrepair evaluate</c>: precision and recall on pairs of files, harm on clean ones; below it what is measured on a corpus and on scans.</summary>
internal static class EvaluateCommand
{
    public static Command Create(Host host)
    {
        var command = new Command("evaluate", "Measure: precision, recall and F1 on damaged files with answers, harm on clean files. Its commands measure on a corpus of clean text, and on scans.");
        Argument<string[]> pairs = FileArguments.Create("Pairs of files: the damaged one and its answer (.json, edits as .jsonl, or the right text).");
        var clean = new Option<string[]>("--clean") { Description = "Clean files, text or JSON lines, also .gz: every edit in them is harm.", HelpName = "FILE", AllowMultipleArgumentsPerToken = true };
        var edits = new Option<string?>("--edits", "-e") { Description = "Judge these edits instead of making them; for one pair.", HelpName = "EDITS.jsonl" };
        Option<int> worst = Worst();
        command.Add(pairs);
        foreach (Option option in (Option[])[clean, edits, worst]) command.Add(option);
        var repairer = new RepairerArguments(command);
        foreach (Command measure in EvaluateCorpusCommands.Create(host)) command.Add(measure);
        command.Add(EvaluateScansCommand.Create(host));
        command.SetAction((parsed, cancellation) => Task.Run(
            () => new EvaluationJob(host, repairer.Read(parsed))
            {
                Pairs = parsed.GetValue(pairs) ?? [],
                Clean = parsed.GetValue(clean) ?? [],
                Edits = parsed.GetValue(edits),
                Worst = parsed.GetValue(worst),
            }.Run(cancellation),
            CancellationToken.None));
        return command;
    }

    public static Option<int> Worst()
    {
        var worst = new Option<int>("--worst") { Description = "How many wrong places to show.", DefaultValueFactory = _ => 10, HelpName = "N" };
        NumberRange.Require(worst, 0);
        return worst;
    }
}
