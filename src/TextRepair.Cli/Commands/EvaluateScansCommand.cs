using System.CommandLine;
using TextRepair.Ocr;
using TextRepair.Training.Ocr;

namespace TextRepair.Cli;

/// <summary><c>textrepair evaluate scans</c>: character error rates of scanned pages, and the harm that correction does to clean text.</summary>
internal static class EvaluateScansCommand
{
    private const long CleanCharacters = 5_000_000;

    public static Command Create(Host host)
    {
        var command = new Command("scans", "Character error rates of scanned passages before, after clean-up and after correction.");
        var pages = new Argument<string>("PAGES.jsonl") { Description = "Passages with their truth, a record each." };
        var clean = new Option<string?>("--corpus") { Description = "A folder of clean text, *.jsonl.gz: count the edits of misread characters in it, too, and what is changed where it is wrapped by hand.", HelpName = "FOLDER" };
        Option<int> worst = EvaluateCommand.Worst();
        Option<string?> mode = RepairerArguments.OcrOption("Which mode to measure. [default: on]");
        command.Add(pages);
        foreach (Option option in (Option[])[mode, clean, worst]) command.Add(option);
        command.SetAction((parsed, _) => Task.Run(
            () => Measure(host, parsed.GetRequiredValue(pages), parsed.GetValue(clean), RepairerArguments.Mode(mode.Name, parsed.GetValue(mode), OcrMode.On), parsed.GetValue(worst)),
            CancellationToken.None));
        return command;
    }

    private static int Measure(Host host, string pages, string? folder, OcrMode mode, int worst)
    {
        if (!File.Exists(pages)) throw new CliException($"{pages}: no such file.");
        if (folder is not null) EvaluateCorpusCommands.RequireFolder(folder);
        return EvaluateCorpusCommands.Print(host, output =>
        {
            OcrEvaluation.Pages(pages, mode, worst, output);
            if (folder is null) return;
            OcrEvaluation.Clean(folder, mode, CleanCharacters, output);
            OcrEvaluation.Wrapped(folder, mode, output);
        });
    }
}
