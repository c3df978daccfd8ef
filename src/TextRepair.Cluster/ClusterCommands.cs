using System.CommandLine;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TextRepair.Corpus;
using TextRepair.Orleans;

namespace TextRepair.Cluster;

/// <summary>The commands <c>silo</c>, <c>run</c>, <c>watch</c> and <c>cancel</c>.</summary>
internal static class ClusterCommands
{
    public static RootCommand Create() => new("Repairs whole corpora of Chinese text on several machines.")
    {
        Silo(),
        Run(),
        ForJob("watch", "Show how a job goes on until it ends. Exit 0: done, 1: failed, stopped or cancelled, 2: an error.", JobWatcher.WatchAsync),
        ForJob("cancel", "Stop a job; started again, it goes on.", CancelAsync),
    };

    private static Command Silo()
    {
        var command = new Command("silo", "Be one machine of a cluster, until stopped.");
        var address = new ClusterAddress(command, isRequired: true);
        var advertised = new Option<string?>("--address") { Description = "The address other silos reach this one at. [default: loopback]", HelpName = "IP" };
        var port = new Option<int>("--port") { Description = "The port for other silos.", DefaultValueFactory = _ => 11111 };
        var gateway = new Option<int>("--gateway") { Description = "The port for clients.", DefaultValueFactory = _ => 30000 };
        var workers = Workers();
        foreach (Option option in (Option[])[advertised, port, gateway, workers]) command.Add(option);
        command.SetAction((parsed, cancellation) => GuardAsync(async () =>
        {
            IPAddress ip = parsed.GetValue(advertised) is { } text ? IPAddress.Parse(text) : IPAddress.Loopback;
            using IHost host = Hosts.Silo(address.Redis(parsed)!, address.Cluster(parsed), ip, parsed.GetValue(port), parsed.GetValue(gateway), parsed.GetValue(workers), address.IsVerbose(parsed));
            await host.RunAsync(cancellation).ConfigureAwait(false);
            return ExitCodes.Done;
        }));
        return command;
    }

    private static Command Run()
    {
        var command = new Command("run", "Repair a corpus and wait for the end. Exit 0: done, 1: failed, stopped or cancelled, 2: an error.");
        var options = new JobOptions(command);
        var address = new ClusterAddress(command);
        var name = JobName();
        var detach = new Option<bool>("--detach") { Description = "Start the job and do not wait for its end." };
        var workers = Workers();
        foreach (Option option in (Option[])[name, detach, workers]) command.Add(option);
        command.SetAction((parsed, cancellation) => GuardAsync(async () =>
        {
            CorpusJob job = options.Read(parsed);
            string? redis = address.Redis(parsed);
            using IHost host = redis is null
                ? Hosts.Alone(parsed.GetValue(workers), address.IsVerbose(parsed))
                : Hosts.Client(redis, address.Cluster(parsed), address.IsVerbose(parsed));
            await host.StartAsync(cancellation).ConfigureAwait(false);
            ICorpusJobGrain grain = Job(host, parsed.GetValue(name) ?? job.Output);
            JobStatus status = await grain.StartAsync(job).ConfigureAwait(false);
            if (parsed.GetValue(detach) && redis is not null) return ExitCodes.Done;
            int exit = await JobWatcher.WatchAsync(grain, cancellation).ConfigureAwait(false);
            await host.StopAsync(CancellationToken.None).ConfigureAwait(false);
            return exit;
        }));
        return command;
    }

    private static Command ForJob(string verb, string description, Func<ICorpusJobGrain, CancellationToken, Task<int>> act)
    {
        var command = new Command(verb, description);
        var address = new ClusterAddress(command, isRequired: true);
        var name = JobName();
        name.Required = true;
        command.Add(name);
        command.SetAction((parsed, cancellation) => GuardAsync(async () =>
        {
            using IHost host = Hosts.Client(address.Redis(parsed)!, address.Cluster(parsed), address.IsVerbose(parsed));
            await host.StartAsync(cancellation).ConfigureAwait(false);
            int exit = await act(Job(host, parsed.GetValue(name)!), cancellation).ConfigureAwait(false);
            await host.StopAsync(CancellationToken.None).ConfigureAwait(false);
            return exit;
        }));
        return command;
    }

    private static async Task<int> CancelAsync(ICorpusJobGrain job, CancellationToken cancellation)
    {
        JobStatus status = await job.CancelAsync().WaitAsync(cancellation).ConfigureAwait(false);
        JobWatcher.End(status);
        return status.Phase == JobPhase.None ? ExitCodes.Error : ExitCodes.Done;
    }

    private static ICorpusJobGrain Job(IHost host, string name) => host.Services.GetRequiredService<IGrainFactory>().GetGrain<ICorpusJobGrain>(name);

    private static Option<int> Workers() =>
        new("--workers") { Description = "How many files a silo works on at a time.", DefaultValueFactory = _ => Environment.ProcessorCount };

    private static Option<string?> JobName() => new("--job") { Description = "The name of the job. [default: the path of its output folder]", HelpName = "NAME" };

    private static async Task<int> GuardAsync(Func<Task<int>> act)
    {
        try
        {
            return await act().ConfigureAwait(false);
        }
        catch (Exception e) when (e is CorpusException or IOException or FormatException or OperationCanceledException or global::Orleans.Runtime.OrleansException or StackExchange.Redis.RedisException)
        {
            await Console.Error.WriteLineAsync($"textrepair-cluster: {e.Message}").ConfigureAwait(false);
            return ExitCodes.Error;
        }
    }
}
