using System.CommandLine;

namespace TextRepair.Cli;

/// <summary>The commands together, and the one place where failures become a line and an exit code.</summary>
internal static class CommandLine
{
    /// <summary>Runs the program.</summary>
    public static async Task<int> RunAsync(string[] arguments, Host host)
    {
        try
        {
            RootCommand root = Create(host);
            ParseResult parsed = root.Parse(arguments);
            var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, Error = host.Error };
            int exit = await parsed.InvokeAsync(configuration).ConfigureAwait(false);
            return parsed.Errors.Count > 0 ? ExitCode.Error : exit;
        }
        catch (CliException e)
        {
            host.WriteError(e.Message);
            return ExitCode.Error;
        }
        catch (OperationCanceledException)
        {
            host.WriteError("interrupted; nothing half-written was left behind.");
            return ExitCode.Interrupted;
        }
        catch (IOException e) when (StandardOutput.IsBrokenPipe(e))
        {
            // The reader has what it wanted (head, less): no message, as with any tool in a pipe.
            return ExitCode.BrokenPipe;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            host.WriteError($"standard output: {Problem.Describe(e)}");
            return ExitCode.Error;
        }
    }

    public static RootCommand Create(Host host) => new("Repairs Chinese text whose words were swapped, and leaves right text alone.")
    {
        RepairCommand.Create(host),
        CheckCommand.Create(host),
    };
}
