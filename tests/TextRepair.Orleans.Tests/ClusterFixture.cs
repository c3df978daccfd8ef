using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Runtime.Hosting;
using Orleans.TestingHost;
using TextRepair.Corpus;

namespace TextRepair.Orleans.Tests;

/// <summary>A cluster in this process, whose jobs and repairs can be held up. Storage outlives silos, as Redis does.</summary>
public sealed class ClusterFixture : IAsyncLifetime
{
    private const string Number = "ClusterFixture";

    // Silos are configured by a type, not an object; what a test asks of its own cluster must not reach those of other tests.
    private static readonly ConcurrentDictionary<string, Action> Before = new();
    private readonly string _number = Guid.NewGuid().ToString();

    /// <summary>Sets what is done before each repair in this cluster.</summary>
    internal Action? BeforeRepair
    {
        set
        {
            if (value is null) Before.TryRemove(_number, out _);
            else Before[_number] = value;
        }
    }

    internal TestCluster Cluster { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = new TestClusterBuilder(2);
        builder.Properties[Number] = _number;
        builder.AddSiloBuilderConfigurator<Configurator>();
        Cluster = builder.Build();
        await Cluster.DeployAsync();
    }

    public async ValueTask DisposeAsync()
    {
        BeforeRepair = null;
        await Cluster.StopAllSilosAsync();
        await Cluster.DisposeAsync();
    }

    internal ICorpusJobGrain Job(string name) => Cluster.GrainFactory.GetGrain<ICorpusJobGrain>(name);

    internal static async Task<JobStatus> WaitAsync(ICorpusJobGrain job, Func<JobStatus, bool> until)
    {
        var deadline = DateTime.UtcNow.AddMinutes(5);
        JobStatus? status = null;
        while (DateTime.UtcNow < deadline)
        {
            status = await TryGetAsync(job) ?? status;
            if (status is not null && until(status)) return status;
            await Task.Delay(50);
        }
        throw new TimeoutException($"Waited five minutes; stands at {status}.");
    }

    // The silo that keeps the job may just have died; another takes it over.
    private static async Task<JobStatus?> TryGetAsync(ICorpusJobGrain job)
    {
        try
        {
            return await job.GetStatusAsync();
        }
        catch (Exception e) when (e is TimeoutException or OrleansException)
        {
            return null;
        }
    }

    private sealed class Configurator : ISiloConfigurator
    {
        public void Configure(ISiloBuilder siloBuilder)
        {
            string number = siloBuilder.Configuration[Number]!;
            siloBuilder.Services.AddGrainStorage(TextRepairSilo.Storage, (services, _) => ActivatorUtilities.CreateInstance<SharedStorage>(services, number));
            // A dead silo is noticed after three unanswered probes, by whoever sent them, however busy this machine is. Processes
            // here do not hang, so only a machine that stands still for seconds could be taken for dead.
            siloBuilder.Configure<ClusterMembershipOptions>(options =>
            {
                (options.ProbeTimeout, options.NumMissedProbesLimit, options.NumVotesForDeathDeclaration) = (TimeSpan.FromSeconds(1), 3, 1);
                (options.EnableIndirectProbes, options.ExtendProbeTimeoutDuringDegradation) = (false, false);
                options.TableRefreshTimeout = TimeSpan.FromSeconds(2);
            });
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
                options.Repair.CandidateSources.Add(new GateSource());
            });
            siloBuilder.Services.AddSingleton<Func<string, DocumentRepair>>(text =>
            {
                if (Before.TryGetValue(number, out Action? before)) before();
                return StandIn.Repair(text);
            });
        }
    }
}
