using System.CommandLine;
using System.Globalization;
using System.Text;

namespace TextRepair.Cli;

/// <summary><c>textrepair learn</c>: proposes swaps, with their evidence, for a person to accept.</summary>
internal static class LearnCommand
{
    public static Command Create(Host host)
    {
        var command = new Command("learn", "Propose swaps for a dictionary from pairs of damaged and clean files; a person accepts them.");
        Argument<string[]> pairs = FileArguments.Create("Pairs of files: the damaged one and the clean one.");
        var family = new Option<string>("--family") { Description = "The family the proposals are put in.", DefaultValueFactory = _ => "user", HelpName = "NAME" };
        var least = new Option<int>("--least") { Description = "How often a swap must be seen.", DefaultValueFactory = _ => 1, HelpName = "N" };
        command.Add(pairs);
        command.Add(family);
        command.Add(least);
        command.SetAction(parsed =>
        {
            string[] paths = parsed.GetValue(pairs) ?? [];
            if (paths.Length == 0 || paths.Length % 2 != 0) throw new CliException("learn takes pairs of files: DAMAGED CLEAN [DAMAGED CLEAN …].");
            var learner = new PairLearner();
            foreach (string[] pair in paths.Chunk(2))
                learner.Add(new InputFile(pair[0], pair[0]).ReadText(host, null).Text, new InputFile(pair[1], pair[1]).ReadText(host, null).Text);
            host.Output.Write(Encoding.UTF8.GetBytes(Render(learner.Propose(parsed.GetValue(least)), parsed.GetRequiredValue(family))));
            host.Output.Flush();
        });
        return command;
    }

    private static string Render(IEnumerable<ProposedSwap> swaps, string family)
    {
        var output = new StringBuilder("# damaged\toriginal\tfamily\tremark\n");
        foreach (ProposedSwap swap in swaps)
            output.Append(CultureInfo.InvariantCulture, $"{swap.Damaged}\t{swap.Original}\t{family}\tseen {swap.Swapped} times; the damaged word stands unswapped {swap.Native} times, the original is alive {swap.Alive} times; {swap.Example}\n");
        return output.ToString();
    }
}
