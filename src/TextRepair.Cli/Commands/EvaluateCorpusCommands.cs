using System.CommandLine;
using System.Text;
using TextRepair.Training;
using TextRepair.Training.Figures;
using TextRepair.Training.Layout;
using TextRepair.Training.Quotes;

namespace TextRepair.Cli;

/// <summary>The commands below <c>textrepair evaluate</c> that measure on the held-out documents of a corpus of clean text.</summary>
internal static class EvaluateCorpusCommands
{
    private const int LayoutDocuments = 40; // of each source

    public static IEnumerable<Command> Create(Host host) =>
    [
        CreateWords(host),
        Create(host, "quotes", "Quotes and brackets, lost and mistyped by simulation, and those of clean text.", QuoteFigures.Write),
        CreateLayout(host),
        Create(host, "findings", "Findings: figures deleted and overwritten, ends cut off, wrong encodings, masks and unknown swaps, by simulation.", FindingFigures.Write),
        Create(host, "harm", "List and count everything that is changed or reported in clean documents, by kind and source.", HarmFigures.Write),
    ];

    /// <summary>Requires a folder of clean text.</summary>
    public static void RequireFolder(string folder)
    {
        if (!Directory.Exists(folder)) throw new CliException($"{folder}: expected a folder of *.jsonl.gz files, found none.");
    }

    /// <summary>Measures, and prints when all is done.</summary>
    public static int Print(Host host, Action<TextWriter> write)
    {
        using var output = new StringWriter();
        try
        {
            write(output);
        }
        catch (Exception e) when (e is FileNotFoundException or InvalidDataException)
        {
            throw new CliException(e.Message, e);
        }
        host.Output.Write(Encoding.UTF8.GetBytes(output.ToString()));
        host.Output.Flush();
        return ExitCode.Success;
    }

    private static Command CreateWords(Host host)
    {
        var command = new Command("words", "Words: swapped by simulation, and those of clean text.");
        Argument<string> folder = Folder(command);
        var words = new WordFigureArguments(command);
        var repairer = new RepairerArguments(command);
        SetAction(command, host, folder, (parsed, corpus, output) => CorpusFigures.Write(corpus, repairer.Read(parsed).Options, words.Read(parsed), output));
        return command;
    }

    private static Command CreateLayout(Host host)
    {
        var command = new Command("layout", "Page marks, broken lines, running titles, notices and single characters, driven in by simulation.");
        SetAction(command, host, Folder(command), (_, corpus, output) => output.Write(CleaningFigures.Measure(corpus, LayoutDocuments)));
        return command;
    }

    private static Command Create(Host host, string name, string description, Action<string, TextRepairOptions, TextWriter> write)
    {
        var command = new Command(name, description);
        Argument<string> folder = Folder(command);
        var repairer = new RepairerArguments(command);
        SetAction(command, host, folder, (parsed, corpus, output) => write(corpus, repairer.Read(parsed).Options, output));
        return command;
    }

    private static void SetAction(Command command, Host host, Argument<string> folder, Action<ParseResult, string, TextWriter> write) =>
        command.SetAction((parsed, _) => Task.Run(
            () =>
            {
                string corpus = parsed.GetRequiredValue(folder);
                RequireFolder(corpus);
                return Print(host, output => write(parsed, corpus, output));
            },
            CancellationToken.None));

    private static Argument<string> Folder(Command command)
    {
        var folder = new Argument<string>("CORPUS") { Description = "A folder of clean text, *.jsonl.gz with id and text; three documents of twenty are held out of training, and measured." };
        command.Add(folder);
        return folder;
    }
}
