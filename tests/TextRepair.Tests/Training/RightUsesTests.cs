using TextRepair.Training;

namespace TextRepair.Tests.Training;

/// <summary>Sentences in which damaged words are right.</summary>
public class RightUsesTests
{
    private static readonly TextRepairer Repairer = new();

    private static string[][] Rows { get; } = [.. Read().Select(line => line.Split('\t'))];

    [Fact]
    public void Lines_are_sorted_and_unique()
    {
        string[] lines = [.. Read()];
        Assert.NotEmpty(lines);
        Assert.Equal(lines.Order(StringComparer.Ordinal).Distinct(), lines);
    }

    [Fact]
    public void Every_sentence_holds_its_word_and_the_word_is_one_that_may_be_damaged()
    {
        string[] damaged = [.. BuiltInDictionary.Substitutions.Select(swap => swap.Damaged)];
        Assert.All(Rows, row => Assert.Contains(row[0], row[1], StringComparison.Ordinal));
        Assert.All(Rows, row => Assert.Contains(row[0], damaged));
    }

    [Fact]
    public void Right_uses_come_back_as_the_same_instance() =>
        Assert.All(Rows, row => Assert.Same(row[1], Repairer.Repair(row[1]).Text));

    private static IEnumerable<string> Read()
    {
        using var reader = new StreamReader(typeof(RightUses).Assembly.GetManifestResourceStream("right-uses.tsv")!);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line;
    }
}
