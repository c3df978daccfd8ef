namespace TextRepair.Tests.Dictionaries;

/// <summary>The built-in dictionaries keep their own rules.</summary>
public class DictionaryFilesTests
{
    private static readonly string[] Families = ["A", "A2", "B2", "R", "S"];

    private static Substitution[] All { get; } = [.. BuiltInDictionary.Substitutions];

    [Theory]
    [InlineData("substitutions.tsv")]
    [InlineData("phrases.tsv")]
    [InlineData("protected.tsv")]
    [InlineData("notices.tsv")]
    public void Lines_are_sorted_and_unique(string name)
    {
        using var reader = new StreamReader(typeof(TextRepairer).Assembly.GetManifestResourceStream(name)!);
        string[] lines = [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')];
        string[][] keys = [.. lines.Select(line => line.Split('\t')[..Math.Min(2, line.Split('\t').Length)])];
        string[] order = [.. keys.Select(key => string.Join('\t', key))];
        Assert.NotEmpty(order);
        Assert.Equal(order.Order(StringComparer.Ordinal), order);
        Assert.Equal(order.Length, order.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Families_are_known() =>
        Assert.All(All, swap => Assert.All(swap.Family.Split(','), family => Assert.Contains(family, Families)));

    [Fact]
    public void No_family_goes_in_a_circle()
    {
        foreach (string family in Families)
        {
            ILookup<string, string> originals = All.Where(s => s.Family.Split(',').Contains(family)).ToLookup(s => s.Damaged, s => s.Original);
            foreach (IGrouping<string, string> start in originals)
            {
                var seen = new HashSet<string>();
                var next = new Stack<string>(start);
                while (next.TryPop(out string? word))
                {
                    Assert.NotEqual(start.Key, word);
                    if (seen.Add(word)) foreach (string further in originals[word]) next.Push(further);
                }
            }
        }
    }

    [Fact]
    public void Every_protected_word_holds_a_damaged_word()
    {
        string[] damaged = [.. All.Select(swap => swap.Damaged).Distinct()];
        Assert.All(BuiltInDictionary.ProtectedWords, word => Assert.Contains(damaged, d => word.Contains(d, StringComparison.Ordinal)));
    }
}
