using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace TextRepair.Orleans;

/// <summary>Adds TextRepair to a silo.</summary>
public static class TextRepairSilo
{
    /// <summary>The name of the grain storage that jobs are kept in; whoever builds the silo adds one of this name.</summary>
    public const string Storage = "textrepair";

    /// <summary>Adds the grains that repair corpora and texts, and the workers of this silo.</summary>
    /// <param name="silo">The silo; it needs a grain storage named <see cref="Storage"/>.</param>
    /// <param name="configure">Changes the options.</param>
    public static ISiloBuilder AddTextRepair(this ISiloBuilder silo, Action<TextRepairSiloOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(silo);
        if (configure is not null) silo.Services.Configure(configure);
        silo.Services.TryAddSingleton(TimeProvider.System);
        silo.Services.AddSingleton<CorpusEngines>();
        silo.Services.AddSingleton<RepairCalls>();
        silo.Services.AddHostedService<ShardWorkerService>();
        return silo;
    }
}
