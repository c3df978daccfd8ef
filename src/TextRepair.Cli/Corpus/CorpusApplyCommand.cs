using System.CommandLine;
using System.Globalization;
using TextRepair.Corpus;
using TextRepair.Records;

namespace TextRepair.Cli;

/// <summary><c>textrepair corpus apply</c>.</summary>
internal static class CorpusApplyCommand
{
    public static Command Create(Host host)
    {
        var command = new Command("apply", "Make other edits of those a run recorded, without repairing again.");
        Option<string> input = CorpusCommand.Input("The output folder of a run.");
        Option<string> output = CorpusCommand.Output("Receives the files with the chosen edits.");
        var confidence = new Option<double>("--minimum-confidence") { Description = "The confidence below which an edit is not made.", DefaultValueFactory = _ => new TextRepairOptions().MinimumConfidence, HelpName = "P" };
        var only = new Option<string[]>("--only") { Description = "Make edits of these kinds only, separated by commas.", HelpName = "KINDS" };
        var rules = new Option<string[]>("--except-rule") { Description = "A rule whose edits are not made, such as 开展→发展; may be given several times.", HelpName = "RULE" };
        var ids = new Option<string[]>("--except-id") { Description = "The id of a record that stays as it was; may be given several times.", HelpName = "ID" };
        foreach (Option option in (Option[])[input, output, confidence, only, rules, ids]) command.Add(option);
        command.SetAction((parsed, cancellation) => CorpusCommand.GuardAsync(async () =>
        {
            var selection = new EditSelection { MinimumConfidence = parsed.GetValue(confidence) };
            if (selection.MinimumConfidence is not (>= 0 and <= 1)) throw new CliException($"--minimum-confidence must be from 0 to 1, found {selection.MinimumConfidence}.");
            Restrict(selection.Kinds, parsed.GetValue(only));
            selection.ExceptRules.UnionWith(parsed.GetValue(rules) ?? []);
            selection.ExceptIds.UnionWith(parsed.GetValue(ids) ?? []);
            CorpusSummary summary = await Task.Run(() => CorpusEdits.Apply(parsed.GetValue(input)!, parsed.GetValue(output)!, selection, cancellation: cancellation), cancellation).ConfigureAwait(false);
            using var writer = new StreamWriter(host.Output, leaveOpen: true);
            await writer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{summary.Shards} files, {summary.Counts.Edits} edits made, {summary.Counts.EditsNotMade} not made")).ConfigureAwait(false);
            return ExitCode.Success;
        }));
        return command;
    }

    private static void Restrict(ISet<EditKind> kinds, string[]? only)
    {
        if (only is null or []) return;
        kinds.Clear();
        foreach (string name in only.SelectMany(names => names.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)))
            kinds.Add(KindOf(name));
    }

    private static EditKind KindOf(string name)
    {
        EditKind[] all = Enum.GetValues<EditKind>();
        int index = Array.FindIndex(all, kind => ResultJson.NameOf(kind) == name);
        return index >= 0 ? all[index] : throw new CliException($"--only takes {string.Join(", ", all.Select(ResultJson.NameOf))}, found \"{name}\".");
    }
}
