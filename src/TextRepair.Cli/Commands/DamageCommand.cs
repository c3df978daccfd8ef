using System.CommandLine;
using TextRepair.Training;
using TextRepair.Training.Layout;
using TextRepair.Training.Quotes;

namespace TextRepair.Cli;

/// <summary><c>textrepair damage</c>: the simulator, to make test data.</summary>
internal static class DamageCommand
{
    public static Command Create(Host host)
    {
        var command = new Command("damage", "Damage clean text by swapping words, and by what copying does beside, to make test data.");
        Argument<string[]> files = FileArguments.Create();
        var output = new Option<string?>("--output", "-o") { Description = "A file for one input, a folder for several. [default: standard output]", HelpName = "OUT" };
        var edits = new Option<string?>("--edits", "-e") { Description = "Write the edits that undo the damage here.", HelpName = "EDITS.jsonl" };
        Option<string?> format = FileArguments.Format();
        var field = new Option<string>("--field") { Description = "The field of a record that holds its text.", DefaultValueFactory = _ => "text", HelpName = "NAME" };
        var dictionaries = new Option<string[]>("--dictionary", "-d") { Description = "Dictionaries to take swaps from. [default: the built-in one]", HelpName = "FILE" };
        var family = new Option<string>("--family") { Description = "The family of swaps; all for every one, none for no swap.", DefaultValueFactory = _ => "A", HelpName = "NAME" };
        var seed = new Option<ulong>("--seed") { Description = "The same seed gives the same damage.", DefaultValueFactory = _ => 1, HelpName = "N" };
        var pairs = new Option<double>("--pairs") { Description = "The share of the pairs that are in force in a document.", DefaultValueFactory = _ => 1, HelpName = "0–1" };
        var documents = new Option<double>("--documents") { Description = "The share of the documents that are damaged.", DefaultValueFactory = _ => 1, HelpName = "0–1" };
        var layout = new Option<string[]>("--layout") { Description = "What is damaged beside words: marks (page numbers driven into sentences), lines (paragraphs broken into lines), quotes (closing quotes lost), brackets (） become 〕); separated by commas.", HelpName = "KINDS" };
        foreach (Option share in (Option[])[pairs, documents]) NumberRange.Require(share, 0, 1);
        command.Add(files);
        foreach (Option option in (Option[])[output, edits, format, field, dictionaries, family, seed, pairs, documents, layout]) command.Add(option);
        command.SetWork((parsed, cancellation) =>
        {
            Substitution[] swaps = Choose(parsed.GetValue(dictionaries) ?? [], parsed.GetRequiredValue(family));
            var damager = new Damager(swaps, parsed.GetValue(seed), parsed.GetValue(pairs), parsed.GetValue(documents)) { Layout = ChooseLayout(parsed.GetValue(layout) ?? []) };
            var settings = new RepairSettings(new TextRepairOptions(), null, parsed.GetRequiredValue(field), "id", Environment.ProcessorCount);
            return new RepairJob(host, settings, damager.Damage)
            {
                Inputs = InputList.Find(parsed.GetValue(files) ?? []),
                Output = parsed.GetValue(output),
                Edits = parsed.GetValue(edits),
                JsonLines = FileArguments.IsJsonLines(parsed.GetValue(format)),
                ForEdits = Damager.Undo,
                CanDivide = false,
            }.Run(cancellation);
        });
        return command;
    }

    // A swap that several families share names them all: A,S.
    private static string[] Families(Substitution swap) => swap.Family.Split(',');

    // In the order in which copying does them: marks come last, into lines that were broken before.
    private static readonly (string Name, Func<string, Random, DamagedText> Damage)[] LayoutKinds =
    [
        ("quotes", QuoteDamage.LoseHalf),
        ("brackets", QuoteDamage.ChangeBrackets),
        ("lines", LayoutDamage.BreakLines),
        ("marks", LayoutDamage.DrivePageMarksIn),
    ];

    private static Func<string, Random, DamagedText>[] ChooseLayout(string[] options)
    {
        string[] names = [.. options.SelectMany(option => option.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))];
        if (names.FirstOrDefault(name => LayoutKinds.All(kind => kind.Name != name)) is { } unknown)
            throw new CliException($"--layout takes marks, lines, quotes, brackets, found \"{unknown}\".");
        return [.. LayoutKinds.Where(kind => names.Contains(kind.Name)).Select(kind => kind.Damage)];
    }

    private static Substitution[] Choose(string[] paths, string family)
    {
        if (family == "none") return [];
        Substitution[] all = paths.Length > 0
            ? [.. paths.SelectMany(path => DictionaryFile.Load(path).Substitutions)]
            : [.. BuiltInDictionary.Substitutions];
        Substitution[] chosen = [.. all.Where(swap => family == "all" || Families(swap).Contains(family))];
        if (chosen.Length > 0) return chosen;
        throw new CliException($"No swap is of family \"{family}\"; there are {string.Join(", ", all.SelectMany(Families).Distinct().Order(StringComparer.Ordinal))}.");
    }
}
