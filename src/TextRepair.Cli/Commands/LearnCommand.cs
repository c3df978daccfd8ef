using System.CommandLine;
using System.Globalization;
using System.Text;

namespace TextRepair.Cli;

/// <summary><c>textrepair learn</c>: proposes swaps, with their evidence, for a person to accept.</summary>
internal static class LearnCommand
{
    public static Command Create(Host host)
    {
        var command = new Command("learn", "Propose swaps for a dictionary, from pairs of damaged and clean files or from damaged ones alone; a person accepts them.");
        Argument<string[]> pairs = FileArguments.Create("Pairs of files: the damaged one and the clean one.");
        var damaged = new Option<string[]>("--damaged") { Description = "Damaged files, folders or globs that no clean ones are known of; the more text of one kind, the better.", HelpName = "FILE", AllowMultipleArgumentsPerToken = true };
        var family = new Option<string>("--family") { Description = "The family the proposals are put in.", DefaultValueFactory = _ => "user", HelpName = "NAME" };
        var least = new Option<int?>("--least") { Description = "How often a swap must be seen. [default: 1, and 3 without clean files]", HelpName = "N" };
        var field = new Option<string>("--field") { Description = "The field of a record that holds its text.", DefaultValueFactory = _ => "text", HelpName = "NAME" };
        NumberRange.Require(least, 1);
        command.Add(pairs);
        foreach (Option option in (Option[])[damaged, family, least, field]) command.Add(option);
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                string[] paths = parsed.GetValue(pairs) ?? [], alone = parsed.GetValue(damaged) ?? [];
                if (alone.Length > 0 == paths.Length > 0 || paths.Length % 2 != 0)
                    throw new CliException("learn takes pairs of files, DAMAGED CLEAN [DAMAGED CLEAN …], or --damaged FILE ….");
                IEnumerable<ProposedSwap> swaps = alone.Length > 0
                    ? FromDamaged(host, alone, parsed.GetRequiredValue(field), parsed.GetValue(least) ?? 3, cancellation)
                    : FromPairs(host, paths, parsed.GetValue(least) ?? 1);
                host.Output.Write(Encoding.UTF8.GetBytes(Render(swaps, parsed.GetRequiredValue(family))));
                host.Output.Flush();
            },
            CancellationToken.None));
        return command;
    }

    private static IEnumerable<ProposedSwap> FromPairs(Host host, string[] paths, int least)
    {
        var learner = new PairLearner();
        foreach (string[] pair in paths.Chunk(2))
            learner.Add(new InputFile(pair[0], pair[0]).ReadText(host, null).Text, new InputFile(pair[1], pair[1]).ReadText(host, null).Text);
        return learner.Propose(least);
    }

    private static IReadOnlyList<ProposedSwap> FromDamaged(Host host, string[] paths, string field, int least, CancellationToken cancellation)
    {
        var finder = new SwapFinder();
        var settings = new RepairSettings(new TextRepairOptions(), null, field, "id", Environment.ProcessorCount);
        var reader = new ResultReader(host, settings, Unrepaired) { Failed = problem => throw new CliException(problem) };
        reader.Read(InputList.Find(paths), document => finder.Add(document.Result.Original), _ => { }, cancellation);
        return finder.Propose(least);
    }

    private static RepairResult Unrepaired(string text) => new(text, text, EditList.Empty, [], Diagnosis.Clean);

    private static string Render(IEnumerable<ProposedSwap> swaps, string family)
    {
        var output = new StringBuilder("# damaged\toriginal\tfamily\tremark\n");
        foreach (ProposedSwap swap in swaps)
            output.Append(CultureInfo.InvariantCulture, $"{swap.Damaged}\t{swap.Original}\t{family}\t{swap.Evidence}\n");
        return output.ToString();
    }
}
