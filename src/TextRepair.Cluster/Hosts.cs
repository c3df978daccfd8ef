using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Resources;
using Orleans.Configuration;
using Orleans.Storage;
using StackExchange.Redis;
using TextRepair.Corpus;
using TextRepair.Orleans;

namespace TextRepair.Cluster;

/// <summary>Builds silos and clients.</summary>
internal static class Hosts
{
    /// <summary>A silo that meets others at a Redis server.</summary>
    public static IHost Silo(string redis, string cluster, IPAddress address, int port, int gateway, int workers, bool isVerbose)
    {
        HostApplicationBuilder builder = Builder(isVerbose);
        builder.UseOrleans(silo =>
        {
            Name(silo.Services, cluster);
            silo.UseRedisClustering(options => options.ConfigurationOptions = Configuration(redis));
            silo.Services.AddSingleton<OrleansGrainStorageSerializer>();
            silo.AddRedisGrainStorage(TextRepairSilo.Storage, options => options
                .Configure<OrleansGrainStorageSerializer>((storage, serializer) =>
                    (storage.ConfigurationOptions, storage.GrainStorageSerializer) = (Configuration(redis), serializer)));
            silo.ConfigureEndpoints(address, port, gateway, listenOnAnyHostAddress: true);
            // One witness is enough, after three unanswered probes: in a cluster of two or three a second one may not be there.
            // A silo taken for dead by mistake does no harm, since the locks on the disk keep others off its shards.
            silo.Configure<ClusterMembershipOptions>(options =>
                (options.ProbeTimeout, options.NumMissedProbesLimit, options.NumVotesForDeathDeclaration) = (TimeSpan.FromSeconds(3), 3, 1));
            silo.AddTextRepair(options => options.Workers = workers);
        });
        return builder.Build();
    }

    /// <summary>A silo alone, without any server.</summary>
    public static IHost Alone(int workers, bool isVerbose)
    {
        HostApplicationBuilder builder = Builder(isVerbose);
        builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(FreePort(), FreePort());
            silo.AddMemoryGrainStorage(TextRepairSilo.Storage);
            silo.AddTextRepair(options => options.Workers = workers);
        });
        return builder.Build();
    }

    /// <summary>A client of a cluster.</summary>
    public static IHost Client(string redis, string cluster, bool isVerbose)
    {
        HostApplicationBuilder builder = Builder(isVerbose);
        builder.UseOrleansClient(client =>
        {
            Name(client.Services, cluster);
            client.UseRedisClustering(options => options.ConfigurationOptions = Configuration(redis));
        });
        return builder.Build();
    }

    private static HostApplicationBuilder Builder(bool isVerbose)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Logging.AddSimpleConsole(options => options.SingleLine = true);
        builder.Logging.AddFilter(level => level >= (isVerbose ? LogLevel.Information : LogLevel.Error));
        // What is asked for goes to standard output; everything else does not.
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        if (Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT") is { Length: > 0 }) AddTelemetry(builder);
        return builder;
    }

    // Where to, how often and under which name is said by the variables of OpenTelemetry, which its library reads.
    private static void AddTelemetry(HostApplicationBuilder builder)
    {
        builder.Configuration.AddEnvironmentVariables();
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("textrepair-cluster").AddEnvironmentVariableDetector())
            .WithMetrics(metrics => metrics.AddMeter(CorpusTelemetry.Name, OrleansTelemetry.Name, "Microsoft.Orleans", "System.Runtime"))
            .WithTracing(traces => traces.AddSource(CorpusTelemetry.Name, OrleansTelemetry.Name))
            .UseOtlpExporter();
    }

    private static void Name(IServiceCollection services, string cluster) =>
        services.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (cluster, cluster));

    private static ConfigurationOptions Configuration(string redis)
    {
        ConfigurationOptions configuration = ConfigurationOptions.Parse(redis);
        // A server that is restarted is waited for, at the start as well as later.
        configuration.AbortOnConnectFail = false;
        return configuration;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
