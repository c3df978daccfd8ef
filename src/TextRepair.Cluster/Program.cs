using TextRepair.Cluster;

return await ClusterCommands.Create().Parse(args).InvokeAsync().ConfigureAwait(false);
