using System.CommandLine;
using System.Text;
using TextRepair.Ocr;
using TextRepair.Training;
using TextRepair.Training.Figures;
using TextRepair.Training.Layout;
using TextRepair.Training.Ocr;
using TextRepair.Training.Quotes;

namespace TextRepair.Cli;

/// <summary><c>textrepair evaluate</c>: precision and recall on pairs of files, harm on clean ones, error rates of scans.</summary>
internal static class EvaluateCommand
{
    private const int LayoutDocuments = 40; // of each source

    public static Command Create(Host host)
    {
        var command = new Command("evaluate", "Measure: precision, recall and F1 on damaged files with answers, harm on clean files, error rates of scans.");
        Argument<string[]> pairs = FileArguments.Create("Pairs of files: the damaged one and its answer (.json, edits as .jsonl, or the right text).");
        var clean = new Option<string[]>("--clean") { Description = "Clean files, text or JSON lines, also .gz: every edit in them is harm.", HelpName = "FILE", AllowMultipleArgumentsPerToken = true };
        var edits = new Option<string?>("--edits", "-e") { Description = "Judge these edits instead of making them; for one pair.", HelpName = "EDITS.jsonl" };
        var worst = new Option<int>("--worst") { Description = "How many wrong places to show.", DefaultValueFactory = _ => 10, HelpName = "N" };
        var corpus = new Option<string?>("--corpus") { Description = "A folder of clean *.jsonl.gz: measure on its held-out documents, clean and damaged by simulation.", HelpName = "FOLDER" };
        var harm = new Option<string?>("--harm") { Description = "The same folder: list and count everything that is changed or reported in its clean held-out documents.", HelpName = "FOLDER" };
        var findings = new Option<string?>("--findings") { Description = "The same folder: measure findings on held-out documents whose figures are deleted or overwritten, whose ends are cut off and whose words are swapped, by simulation.", HelpName = "FOLDER" };
        var layout = new Option<string?>("--layout") { Description = "The same folder: measure page marks and broken lines that are driven in by simulation.", HelpName = "FOLDER" };
        var scans = new Option<string?>("--ocr")
        {
            Description = "Scanned passages with their truth: character error rates before, after clean-up and after correction. With --corpus: harm on clean text, too.",
            HelpName = "PAGES.jsonl",
        };
        command.Add(pairs);
        var quotes = new Option<bool>("--quotes") { Description = "With --corpus: measure quotes and brackets instead of words." };
        foreach (Option option in (Option[])[corpus, quotes, harm, findings, layout, scans, clean, edits, worst]) command.Add(option);
        var words = new CorpusFigureArguments(command);
        var repairer = new RepairerArguments(command, ocr: "--ocr-mode");
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                string? folder = parsed.GetValue(corpus);
                if (parsed.GetValue(scans) is { } pages)
                    return MeasureScans(pages, folder, repairer.ReadMode(parsed, OcrMode.On), parsed.GetValue(worst), host);
                if (parsed.GetValue(harm) is { } harmless) return Measure(harmless, output => HarmFigures.Write(harmless, repairer.Read(parsed).Options, output), host);
                if (parsed.GetValue(findings) is { } damaged) return Measure(damaged, output => FindingFigures.Write(damaged, repairer.Read(parsed).Options, output), host);
                if (parsed.GetValue(layout) is { } broken) return Measure(broken, output => output.Write(CleaningFigures.Measure(broken, LayoutDocuments)), host);
                if (folder is not null && parsed.GetValue(quotes)) return Measure(folder, output => QuoteFigures.Write(folder, repairer.Read(parsed).Options, output), host);
                if (folder is not null) return Measure(folder, output => CorpusFigures.Write(folder, repairer.Read(parsed).Options, words.Read(parsed), output), host);
                return new EvaluationJob(host, repairer.Read(parsed))
                {
                    Pairs = parsed.GetValue(pairs) ?? [],
                    Clean = parsed.GetValue(clean) ?? [],
                    Edits = parsed.GetValue(edits),
                    Worst = parsed.GetValue(worst),
                }.Run(cancellation);
            },
            CancellationToken.None));
        return command;
    }

    private static int Measure(string folder, Action<TextWriter> write, Host host)
    {
        RequireFolder(folder);
        return Print(host, write);
    }

    private static int MeasureScans(string pages, string? folder, OcrMode mode, int worst, Host host)
    {
        const long CleanCharacters = 5_000_000;
        if (!File.Exists(pages)) throw new CliException($"{pages}: no such file.");
        if (folder is not null) RequireFolder(folder);
        return Print(host, output =>
        {
            WritePages(pages, mode, worst, output);
            if (folder is not null) OcrEvaluation.Clean(folder, mode, CleanCharacters, output);
        });
    }

    private static void WritePages(string pages, OcrMode mode, int worst, TextWriter output)
    {
        try
        {
            OcrEvaluation.Pages(pages, mode, worst, output);
        }
        catch (InvalidDataException e)
        {
            throw new CliException(e.Message, e);
        }
    }

    private static void RequireFolder(string folder)
    {
        if (!Directory.Exists(folder)) throw new CliException($"{folder}: expected a folder of *.jsonl.gz files, found none.");
    }

    private static int Print(Host host, Action<TextWriter> write)
    {
        using var output = new StringWriter();
        write(output);
        host.Output.Write(Encoding.UTF8.GetBytes(output.ToString()));
        host.Output.Flush();
        return ExitCode.Success;
    }
}
