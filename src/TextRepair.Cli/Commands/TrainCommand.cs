using System.CommandLine;
using System.Text;
using TextRepair.Training;

namespace TextRepair.Cli;

/// <summary><c>textrepair train</c>: makes the models anew from clean text.</summary>
internal static class TrainCommand
{
    public static Command Create(Host host)
    {
        var command = new Command("train", "Train the models from a folder of clean text (gzip JSON lines with id and text).");
        var corpus = new Argument<string>("CORPUS") { Description = "The folder with the *.jsonl.gz files." };
        var output = new Option<string>("--output", "-o") { Description = "Where the model files go.", Required = true, HelpName = "FOLDER" };
        var only = new Option<string?>("--only") { Description = "Which models: those of the words, or those of the findings. [default: all]", HelpName = "words|findings" };
        only.AcceptOnlyFromAmong("words", "findings");
        command.Add(corpus);
        command.Add(only);
        command.Add(output);
        command.SetAction(parsed =>
        {
            string folder = parsed.GetRequiredValue(corpus);
            if (!Directory.Exists(folder)) throw new CliException($"{folder}: expected a folder of *.jsonl.gz files, found none.");
            using var log = new StringWriter();
            try
            {
                if (parsed.GetValue(only) != "findings") ModelTrainer.Train(folder, parsed.GetRequiredValue(output), log);
                if (parsed.GetValue(only) != "words") FindingModelTrainer.Train(folder, parsed.GetRequiredValue(output), log);
            }
            catch (FileNotFoundException e)
            {
                throw new CliException(e.Message);
            }
            host.Output.Write(Encoding.UTF8.GetBytes(log.ToString()));
            host.Output.Flush();
        });
        return command;
    }
}
