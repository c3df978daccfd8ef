using System.CommandLine;

namespace TextRepair.Cli;

/// <summary>What commands do.</summary>
internal static class CommandWork
{
    /// <summary>Sets what a command does, on the thread that calls: those of a pool would take a tenth of the time of a short file.</summary>
    /// <param name="command">The command.</param>
    /// <param name="work">What it does; returns the exit code. The token tells that the program was interrupted.</param>
    public static void SetWork(this Command command, Func<ParseResult, CancellationToken, int> work) =>
        command.SetAction((parsed, cancellation) => Task.FromResult(work(parsed, cancellation)));
}
