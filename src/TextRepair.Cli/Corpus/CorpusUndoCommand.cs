using System.CommandLine;
using System.Globalization;
using TextRepair.Corpus;

namespace TextRepair.Cli;

/// <summary><c>textrepair corpus undo</c>.</summary>
internal static class CorpusUndoCommand
{
    public static Command Create(Host host)
    {
        var command = new Command("undo", "Restore what a run read, rejected lines included, from what it wrote.");
        Option<string> input = CorpusCommand.Input("The output folder of a run, or of `corpus apply`.");
        Option<string> output = CorpusCommand.Output("Receives the files as they were before the run.");
        command.Add(input);
        command.Add(output);
        command.SetAction((parsed, cancellation) => CorpusCommand.GuardAsync(async () =>
        {
            int files = await Task.Run(() => CorpusEdits.Undo(parsed.GetValue(input)!, parsed.GetValue(output)!, cancellation: cancellation), cancellation).ConfigureAwait(false);
            using var writer = new StreamWriter(host.Output, leaveOpen: true);
            await writer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{files} files restored")).ConfigureAwait(false);
            return ExitCode.Success;
        }));
        return command;
    }
}
