using System.CommandLine;
using System.Text;

namespace TextRepair.Cli;

/// <summary>The commands together, and the one place where failures become a line and an exit code.</summary>
internal static class CommandLine
{
    /// <summary>Runs the program.</summary>
    public static async Task<int> RunAsync(string[] arguments, Host host, CancellationToken cancellation = default)
    {
        try
        {
            using var help = new StringWriter();
            ParseResult parsed = Create(host).Parse(arguments);
            var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = help, Error = host.Error };
            // Whoever asks for help need not know yet which arguments are required.
            if (parsed.Errors.Count > 0 && parsed.Action is not HelpWithExamples) return Refuse(parsed, host);
            int exit = await parsed.InvokeAsync(configuration, cancellation).ConfigureAwait(false);
            Print(help, host);
            return exit;
        }
        catch (CliException e)
        {
            host.WriteError(e.Message);
            return ExitCode.Error;
        }
        catch (OperationCanceledException)
        {
            host.WriteError(Interruption.Message);
            return ExitCode.Interrupted;
        }
        catch (IOException e) when (StandardOutput.IsBrokenPipe(e))
        {
            // The reader has what it wanted (head, less): no message, as with any tool in a pipe.
            return ExitCode.BrokenPipe;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            host.WriteError($"standard input or output: {Problem.Describe(e)}");
            return ExitCode.Error;
        }
    }

    /// <summary>Makes all commands.</summary>
    public static RootCommand Create(Host host)
    {
        var root = new RootCommand("Repairs Chinese text whose words were swapped, and leaves right text alone.")
        {
            RepairCommand.Create(host),
            CheckCommand.Create(host),
            CorpusCommand.Create(host),
            ExplainCommand.Create(host),
            DiagnoseCommand.Create(host),
            SegmentCommand.Create(host),
            EvaluateCommand.Create(host),
            DamageCommand.Create(host),
            DictionaryCommand.Create(host),
            LearnCommand.Create(host),
            TrainCommand.Create(host),
            CompletionCommand.Create(host),
        };
        HelpWithExamples.Install(root);
        EmptyValues.Refuse(root);
        return root;
    }

    private static int Refuse(ParseResult parsed, Host host)
    {
        foreach (string message in UsageProblem.Describe(parsed)) host.WriteError(message);
        host.Error.WriteLine($"Try '{UsageProblem.HelpFor(parsed)}'.");
        return ExitCode.Error;
    }

    // The library names the program after its assembly, which cannot be called textrepair (see the project file).
    private static void Print(StringWriter help, Host host)
    {
        string text = help.ToString().Replace("TextRepair.Cli", "textrepair", StringComparison.Ordinal);
        if (text.Length == 0) return;
        host.Output.Write(Encoding.UTF8.GetBytes(text));
        host.Output.Flush();
    }
}
