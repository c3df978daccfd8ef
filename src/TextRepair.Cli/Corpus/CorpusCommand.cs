using System.CommandLine;
using TextRepair.Corpus;

namespace TextRepair.Cli;

/// <summary><c>textrepair corpus</c>: folders of JSON lines, with their edits kept so that nothing is final.</summary>
internal static class CorpusCommand
{
    public static Command Create(Host host) => new("corpus", "Repair folders of JSON lines; apply other choices, or undo, from the recorded edits.")
    {
        CorpusRunCommand.Create(host),
        CorpusApplyCommand.Create(host),
        CorpusUndoCommand.Create(host),
    };

    public static Option<string> Input(string description) => new("--input", "-i") { Description = description, HelpName = "PATH", Required = true };

    public static Option<string> Output(string description) => new("--output", "-o") { Description = description, HelpName = "FOLDER", Required = true };

    /// <summary>Says what the user can do something about in one line.</summary>
    public static async Task<int> GuardAsync(Func<Task<int>> act)
    {
        try
        {
            return await act().ConfigureAwait(false);
        }
        catch (Exception e) when (e is CorpusException or ShardBusyException)
        {
            throw new CliException(e.Message, e);
        }
        catch (Exception e) when (e is UnauthorizedAccessException || (e is IOException io && !StandardOutput.IsBrokenPipe(io)))
        {
            // A folder that must not be read or written; the message names it. Files of the corpus are told one by one.
            throw new CliException(e.Message, e);
        }
        catch (AggregateException e) when (e.InnerException is CorpusException or ShardBusyException or IOException or UnauthorizedAccessException or Records.RecordFormatException)
        {
            throw new CliException(e.InnerException.Message, e);
        }
    }
}
