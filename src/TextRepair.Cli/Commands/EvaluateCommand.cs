using System.CommandLine;
using System.Text;
using TextRepair.Training;
using TextRepair.Training.Quotes;

namespace TextRepair.Cli;

/// <summary><c>textrepair evaluate</c>: precision and recall on pairs of files, harm on clean ones.</summary>
internal static class EvaluateCommand
{
    public static Command Create(Host host)
    {
        var command = new Command("evaluate", "Measure: precision, recall and F1 on damaged files with answers, harm on clean files.");
        Argument<string[]> pairs = FileArguments.Create("Pairs of files: the damaged one and its answer (.json, edits as .jsonl, or the right text).");
        var clean = new Option<string[]>("--clean") { Description = "Clean files, text or JSON lines, also .gz: every edit in them is harm.", HelpName = "FILE", AllowMultipleArgumentsPerToken = true };
        var edits = new Option<string?>("--edits", "-e") { Description = "Judge these edits instead of making them; for one pair.", HelpName = "EDITS.jsonl" };
        var worst = new Option<int>("--worst") { Description = "How many wrong places to show.", DefaultValueFactory = _ => 10, HelpName = "N" };
        var corpus = new Option<string?>("--corpus") { Description = "A folder of clean *.jsonl.gz: measure on its held-out documents, clean and damaged by simulation.", HelpName = "FOLDER" };
        command.Add(pairs);
        var quotes = new Option<bool>("--quotes") { Description = "With --corpus: measure quotes and brackets instead of words." };
        command.Add(corpus);
        command.Add(quotes);
        foreach (Option option in (Option[])[clean, edits, worst]) command.Add(option);
        var repairer = new RepairerArguments(command);
        command.SetAction((parsed, cancellation) => Task.Run(
            () => parsed.GetValue(corpus) is { } folder ? Measure(folder, parsed.GetValue(quotes), repairer.Read(parsed).Options, host) : new EvaluationJob(host, repairer.Read(parsed))
            {
                Pairs = parsed.GetValue(pairs) ?? [],
                Clean = parsed.GetValue(clean) ?? [],
                Edits = parsed.GetValue(edits),
                Worst = parsed.GetValue(worst),
            }.Run(cancellation),
            CancellationToken.None));
        return command;
    }

    private static int Measure(string folder, bool quotes, TextRepairOptions options, Host host)
    {
        if (!Directory.Exists(folder)) throw new CliException($"{folder}: expected a folder of *.jsonl.gz files, found none.");
        using var output = new StringWriter();
        if (quotes) QuoteFigures.Write(folder, options, output);
        else CorpusFigures.Write(folder, options, output);
        host.Output.Write(Encoding.UTF8.GetBytes(output.ToString()));
        host.Output.Flush();
        return ExitCode.Success;
    }
}
