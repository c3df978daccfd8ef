using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime.Hosting;
using Orleans.TestingHost;
using TextRepair.Corpus;

namespace TextRepair.Orleans.Tests;

/// <summary>A cluster in this process, whose jobs and repairs can be held up. Storage outlives silos, as Redis does.</summary>
public sealed class ClusterFixture : IAsyncLifetime
{
    /// <summary>Gets what is done before each repair, per cluster.</summary>
    internal static ConcurrentDictionary<string, Action> BeforeRepair { get; } = new();

    internal TestCluster Cluster { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = new TestClusterBuilder(2);
        builder.AddSiloBuilderConfigurator<Configurator>();
        Cluster = builder.Build();
        await Cluster.DeployAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Cluster.StopAllSilosAsync();
        await Cluster.DisposeAsync();
    }

    internal ICorpusJobGrain Job(string name) => Cluster.GrainFactory.GetGrain<ICorpusJobGrain>(name);

    internal static async Task<JobStatus> WaitAsync(ICorpusJobGrain job, Func<JobStatus, bool> until)
    {
        // On a busy machine a dead silo is noticed late, and calls to it end by their own time-out.
        var deadline = DateTime.UtcNow.AddMinutes(5);
        while (true)
        {
            JobStatus status = await job.GetStatusAsync();
            if (until(status)) return status;
            if (DateTime.UtcNow > deadline) throw new TimeoutException($"Waited five minutes; stands at {status}.");
            await Task.Delay(50);
        }
    }

    private sealed class Configurator : ISiloConfigurator
    {
        public void Configure(ISiloBuilder siloBuilder)
        {
            siloBuilder.Services.AddGrainStorage(TextRepairSilo.Storage, (services, _) => ActivatorUtilities.CreateInstance<SharedStorage>(services));
            siloBuilder.AddTextRepair(options =>
            {
                options.Workers = 2;
                options.LookInterval = TimeSpan.FromMilliseconds(100);
                options.ReportInterval = TimeSpan.FromMilliseconds(100);
                options.LeaseTime = TimeSpan.FromSeconds(2);
                options.SaveInterval = TimeSpan.FromMilliseconds(200);
                options.CheckpointInterval = TimeSpan.FromMilliseconds(500);
                options.MaximumCallLength = 1000;
                options.MaximumCalls = 4;
            });
            siloBuilder.Services.AddSingleton<Func<string, DocumentRepair>>(text =>
            {
                foreach (Action action in BeforeRepair.Values) action();
                return StandIn.Repair(text);
            });
        }
    }
}
