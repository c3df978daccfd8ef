using TextRepair.Cli;

return await CommandLine.RunAsync(args, Host.Open()).ConfigureAwait(false);
