using System.Runtime.InteropServices;

namespace TextRepair.Cli;

/// <summary>Turns Ctrl+C, a polite kill and a terminal that closes into cancellation, so that what was half written is removed before the end.</summary>
/// <remarks>A signal that nohup or a shell has set to be ignored still is.</remarks>
internal sealed class Interruption : IDisposable
{
    public const string Message = "interrupted; nothing half-written was left behind.";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;

    public Interruption() =>
        _registrations = [Register(PosixSignal.SIGHUP, 129), Register(PosixSignal.SIGINT, 130), Register(PosixSignal.SIGTERM, 143)];

    public CancellationToken Token => _source.Token;

    /// <summary>Gets 128 and the number of the signal, as shells count; <see langword="null"/> where there was none.</summary>
    public int? ExitCode { get; private set; }

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations) registration.Dispose();
        _source.Dispose();
    }

    private PosixSignalRegistration Register(PosixSignal signal, int exitCode) => PosixSignalRegistration.Create(signal, context =>
    {
        // A second signal means now: it is left to the system.
        if (ExitCode is not null) return;
        ExitCode = exitCode;
        context.Cancel = true;
        _source.Cancel();
        // The terminal is gone, and a message to it would fail.
        if (signal == PosixSignal.SIGHUP) Environment.Exit(exitCode);
        _ = EndLater(exitCode);
    });

    // A read that blocks or a very long document would keep the process; the half-written files are gone by now.
    private static async Task EndLater(int exitCode)
    {
        await Task.Delay(Patience).ConfigureAwait(false);
        await Console.Error.WriteLineAsync("textrepair: " + Message).ConfigureAwait(false);
        Environment.Exit(exitCode);
    }
}
