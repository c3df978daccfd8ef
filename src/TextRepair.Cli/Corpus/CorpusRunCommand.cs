using System.CommandLine;
using System.Globalization;
using TextRepair.Corpus;

namespace TextRepair.Cli;

/// <summary><c>textrepair corpus run</c>.</summary>
internal static class CorpusRunCommand
{
    public static Command Create(Host host)
    {
        var command = new Command("run", "Repair a folder of JSON lines, plain, .gz or .zst. A run that was stopped goes on. Exit 0: all files done, 2: some failed, or an error.");
        Option<string> input = CorpusCommand.Input("A folder, a file, or a pattern in quotes.");
        Option<string> output = CorpusCommand.Output("Receives the files under their names, their edits and rejects, and a summary.");
        var maximumRejects = new Option<long?>("--max-rejects") { Description = "Stop when more lines than this are rejected. [default: never]", HelpName = "N" };
        var maximumLine = new Option<int?>("--max-line-bytes") { Description = "Longer lines go to the rejects. [default: 16 MiB]", HelpName = "N" };
        var recorded = new Option<double?>("--record-confidence") { Description = "Also record edits from this confidence on, for `corpus apply`, without making them.", HelpName = "P" };
        var shard = new Option<string?>("--shard") { Description = "Work on every N-th file only, beginning with the K-th, K from 1: for job arrays.", HelpName = "K/N" };
        foreach (Option option in (Option[])[input, output, maximumRejects, maximumLine, recorded, shard]) command.Add(option);
        NumberRange.Require(maximumRejects, 0);
        NumberRange.Require(maximumLine, 1, 1 << 30);
        NumberRange.Require(recorded, 0.5, 1);
        var repairer = new RepairerArguments(command);
        command.SetAction((parsed, cancellation) => CorpusCommand.GuardAsync(() =>
        {
            RepairSettings settings = repairer.Read(parsed);
            if (settings.Encoding is not (null or TextEncoding.Utf8)) throw new CliException("corpus run reads UTF-8, as JSON is; convert other files before.");
            var options = new CorpusOptions
            {
                Input = parsed.GetValue(input)!,
                Output = parsed.GetValue(output)!,
                Field = settings.Field,
                IdField = settings.IdField,
                Threads = settings.Threads,
                Repair = settings.Options,
                MaximumRejects = parsed.GetValue(maximumRejects),
                MaximumLineBytes = parsed.GetValue(maximumLine) ?? 16 << 20,
                RecordedConfidence = parsed.GetValue(recorded),
                Shard = FileArguments.Part(parsed.GetValue(shard)),
            };
            return RunAsync(host, options, cancellation);
        }));
        return command;
    }

    private static async Task<int> RunAsync(Host host, CorpusOptions options, CancellationToken cancellation)
    {
        CorpusRunResult result;
        using (CorpusRunner runner = Runner(options))
        using (var progress = new CorpusProgressLine(host))
            result = await runner.RunAsync(progress, cancellation).ConfigureAwait(false);
        foreach (ShardFailure failure in result.Failures) host.WriteError($"{failure.Name}: {failure.Message}");
        using var writer = new StreamWriter(host.Output, leaveOpen: true);
        await writer.WriteLineAsync(Describe(result.Summary, options.Output)).ConfigureAwait(false);
        return result.Failures.Count > 0 ? ExitCode.Error : ExitCode.Success;
    }

    private static CorpusRunner Runner(CorpusOptions options)
    {
        try
        {
            return new CorpusRunner(options);
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new CliException(e.Message, e);
        }
    }

    private static string Describe(CorpusSummary summary, string folder) => string.Create(
        CultureInfo.InvariantCulture,
        $"{summary.ShardsDone} of {summary.Shards} files, {summary.Counts.Documents} documents, {summary.Counts.ChangedDocuments} changed ({summary.ChangedShare:P2}), {summary.Counts.Edits} edits, {summary.Rejects} lines rejected; see {Path.Combine(folder, "summary.html")}");
}
