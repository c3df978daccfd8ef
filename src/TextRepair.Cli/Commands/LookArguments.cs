using System.CommandLine;

namespace TextRepair.Cli;

/// <summary>What commands have in common that print something about every document and change nothing.</summary>
internal static class LookArguments
{
    /// <summary>Gives a command its arguments and what it does.</summary>
    /// <param name="command">The command.</param>
    /// <param name="host">Where it prints.</param>
    /// <param name="show">What is printed of a document, in UTF-8.</param>
    public static void SetAction(Command command, Host host, Func<CheckedDocument, byte[]> show) =>
        SetAction(command, host, (_, document) => show(document));

    /// <inheritdoc cref="SetAction(Command, Host, Func{CheckedDocument, byte[]})"/>
    public static void SetAction(Command command, Host host, Func<ParseResult, CheckedDocument, byte[]> show)
    {
        Argument<string[]> files = FileArguments.Create();
        Option<string?> format = FileArguments.Format();
        command.Add(files);
        command.Add(format);
        var repairer = new RepairerArguments(command);
        command.SetWork((parsed, cancellation) =>
            Run(host, repairer.Read(parsed), parsed.GetValue(files) ?? [], FileArguments.IsJsonLines(parsed.GetValue(format)), document => show(parsed, document), cancellation));
    }

    private static int Run(Host host, RepairSettings settings, string[] files, bool? jsonLines, Func<CheckedDocument, byte[]> show, CancellationToken cancellation)
    {
        int exit = ExitCode.Success;
        var reader = new ResultReader(host, settings, host.MakeRepair(settings.Options))
        {
            JsonLines = jsonLines,
            Failed = problem =>
            {
                host.WriteError(problem);
                exit = ExitCode.Error;
            },
        };
        reader.Read(InputList.Find(files), document => host.Output.Write(show(document)), _ => { }, cancellation);
        host.Output.Flush();
        return exit;
    }
}
