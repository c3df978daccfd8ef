using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace TextRepair.Cli;

/// <summary>A progress bar on the terminal, from the second second on; nothing where standard error is no terminal.</summary>
internal sealed class Progress : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stop = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly Task _task;
    private long _done;

    private Progress(Host host, long? total) => _task = host.IsErrorTerminal ? ShowLater(host, total) : Task.CompletedTask;

    /// <summary>Begins.</summary>
    /// <param name="host">Whose standard error is drawn on.</param>
    /// <param name="inputs">What will be read.</param>
    /// <param name="isRecords">Whether an input is read piece by piece.</param>
    public static Progress Start(Host host, IReadOnlyList<InputFile> inputs, Predicate<InputFile> isRecords)
    {
        // A single text is judged whole: a bar would stand at nothing until all is done.
        bool isKnown = (inputs.Count > 1 || inputs.Any(input => isRecords(input))) && inputs.All(input => input.Size is not null);
        return new Progress(host, isKnown ? inputs.Sum(input => input.Size!.Value) : null);
    }

    public void Add(long bytes) => Interlocked.Add(ref _done, bytes);

    public void Dispose()
    {
        _stop.Cancel();
        _task.Wait();
        _stop.Dispose();
    }

    private async Task ShowLater(Host host, long? total)
    {
        try
        {
            await Task.Delay(Patience, _stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(host.Error) });
        await console.Progress()
            .AutoClear(true)
            .Columns(total is null
                ? [new SpinnerColumn(), new TaskDescriptionColumn(), new ElapsedTimeColumn()]
                : [new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()])
            .StartAsync(context => Draw(context, total))
            .ConfigureAwait(false);
    }

    private async Task Draw(ProgressContext context, long? total)
    {
        ProgressTask task = context.AddTask("repairing", maxValue: total ?? 1);
        while (!_stop.IsCancellationRequested)
        {
            long done = Interlocked.Read(ref _done);
            if (total is not null) task.Value = done;
            task.Description = done == 0 ? "repairing" : string.Create(CultureInfo.InvariantCulture, $"{done / 1e6:0.0} MB, {done / 1e6 / _watch.Elapsed.TotalSeconds:0.0} MB/s");
            await Task.Delay(200).ConfigureAwait(false);
        }
    }
}
