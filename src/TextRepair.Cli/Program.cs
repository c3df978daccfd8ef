using TextRepair.Cli;

StartMemory.Ask();
using var interruption = new Interruption();
int exit = await CommandLine.RunAsync(args, Host.Open(), interruption.Token).ConfigureAwait(false);
return interruption.ExitCode ?? exit;
