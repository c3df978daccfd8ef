using System.CommandLine;

namespace TextRepair.Cluster;

/// <summary>Where a cluster is found; the commands share these options.</summary>
internal sealed class ClusterAddress
{
    private readonly Option<string?> _redis = new("--redis")
    {
        Description = "The Redis server the cluster meets at, such as 10.0.0.1:6379. Without it the program is a cluster of its own.",
        HelpName = "HOST:PORT",
    };

    private readonly Option<string> _cluster = new("--cluster-id") { Description = "The cluster; several may share a Redis server.", DefaultValueFactory = _ => "textrepair" };

    private readonly Option<bool> _verbose = new("--verbose") { Description = "Log what Orleans does, to standard error." };

    public ClusterAddress(Command command, bool isRequired = false)
    {
        _redis.Required = isRequired;
        command.Add(_redis);
        command.Add(_cluster);
        command.Add(_verbose);
    }

    public string? Redis(ParseResult parsed) => parsed.GetValue(_redis);

    public string Cluster(ParseResult parsed) => parsed.GetValue(_cluster)!;

    public bool IsVerbose(ParseResult parsed) => parsed.GetValue(_verbose);
}
