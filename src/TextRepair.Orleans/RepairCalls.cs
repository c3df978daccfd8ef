using Microsoft.Extensions.Options;

namespace TextRepair.Orleans;

/// <summary>The calls of one silo: so many are held, as many as there are processors are in work.</summary>
internal sealed class RepairCalls(IOptions<TextRepairSiloOptions> options) : IDisposable
{
    private readonly SemaphoreSlim _processors = new(Environment.ProcessorCount);
    private readonly Lazy<Func<string, RepairResult>> _repair = new(() => new TextRepairer(options.Value.Repair).Repair);
    private int _held;

    public async Task<RepairReply> RepairAsync(string text)
    {
        Check(text);
        try
        {
            if (Interlocked.Increment(ref _held) > options.Value.MaximumCalls) Refuse();
            return await RepairInTurnAsync(text).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _held);
        }
    }

    public void Dispose() => _processors.Dispose();

    private void Check(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= options.Value.MaximumCallLength) return;
        OrleansTelemetry.CallRefused("too-long");
        throw new ArgumentException($"A call takes {options.Value.MaximumCallLength} characters at most, this one has {text.Length}. Cut it, or repair it as a file.", nameof(text));
    }

    private void Refuse()
    {
        OrleansTelemetry.CallRefused("too-many-calls");
        throw new TooManyCallsException($"This silo holds {options.Value.MaximumCalls} calls already. Try again a little later.");
    }

    private async Task<RepairReply> RepairInTurnAsync(string text)
    {
        await _processors.WaitAsync().ConfigureAwait(false);
        try
        {
            return await Task.Run(() => RepairReply.Of(_repair.Value(text))).ConfigureAwait(false);
        }
        finally
        {
            _processors.Release();
        }
    }
}
