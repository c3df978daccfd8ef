using System.CommandLine;
using System.Text;
using TextRepair.Training;
using TextRepair.Training.Ocr;

namespace TextRepair.Cli;

/// <summary><c>textrepair train</c>: makes the models anew from clean text.</summary>
internal static class TrainCommand
{
    public static Command Create(Host host)
    {
        var command = new Command("train", "Train the models from a folder of clean text (gzip JSON lines with id and text).");
        var corpus = new Argument<string>("CORPUS") { Description = "The folder with the *.jsonl.gz files." };
        var output = new Option<string>("--output", "-o") { Description = "Where the model files go.", Required = true, HelpName = "FOLDER" };
        var only = new Option<string?>("--only") { Description = "Which models: those of words and quotes, of page marks and broken lines, or of findings. [default: all]", HelpName = "words|layout|findings" };
        only.AcceptOnlyFromAmong("words", "layout", "findings");
        command.Add(corpus);
        command.Add(only);
        command.Add(output);
        var scans = new ScanTrainingArguments(command);
        command.SetAction(parsed =>
        {
            string folder = parsed.GetRequiredValue(corpus), target = parsed.GetRequiredValue(output);
            if (!Directory.Exists(folder)) throw new CliException($"{folder}: expected a folder of *.jsonl.gz files, found none.");
            using var log = new StringWriter();
            try
            {
                if (scans.Read(parsed, folder, target) is { } options) OcrTrainer.Train(options, log);
                else Train(folder, target, parsed.GetValue(only), log);
            }
            catch (Exception e) when (e is FileNotFoundException or InvalidDataException)
            {
                throw new CliException(e.Message, e);
            }
            host.Output.Write(Encoding.UTF8.GetBytes(log.ToString()));
            host.Output.Flush();
        });
        return command;
    }

    private static void Train(string folder, string output, string? only, TextWriter log)
    {
        if (only is null or "words") ModelTrainer.Train(folder, output, log);
        if (only is null or "layout") LayoutModelTrainer.Train(folder, output, log);
        if (only is null or "findings") FindingModelTrainer.Train(folder, output, log);
    }
}
