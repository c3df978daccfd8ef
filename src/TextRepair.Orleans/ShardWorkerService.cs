using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace TextRepair.Orleans;

/// <summary>Wakes the workers of a silo, so that a silo that comes late, or a job whose silo died, is found within a moment.</summary>
internal sealed partial class ShardWorkerService(IGrainFactory grains, ILocalSiloDetails silo, IOptions<TextRepairSiloOptions> options, ILogger<ShardWorkerService> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.LookInterval);
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
            for (int i = 0; i < options.Value.Workers; i++)
                await WakeAsync(i).ConfigureAwait(false);
    }

    private async Task WakeAsync(int number)
    {
        try
        {
            await grains.GetGrain<IShardWorkerGrain>($"{silo.SiloAddress}/{number}").WakeAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            LogAsleep(e, number);
        }
    }

    [LoggerMessage(LogLevel.Debug, "Worker {Number} could not be woken.")]
    private partial void LogAsleep(Exception e, int number);
}
