namespace TextRepair.Tests;

/// <summary>Right texts of many kinds, written for these tests: nothing is changed, nothing is reported.</summary>
public class CleanTextTests
{
    private static readonly TextRepairer Repairer = new();
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "CleanTexts");

    public static TheoryData<string> Names => [.. Directory.EnumerateFiles(Folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Names))]
    public void A_right_text_comes_back_as_the_same_instance(string name)
    {
        string text = File.ReadAllText(Path.Combine(Folder, name));
        Assert.Same(text, Repairer.Repair(text).Text);
    }

    [Theory, MemberData(nameof(Names))]
    public void Nothing_is_reported_of_a_right_text(string name) =>
        Assert.Empty(Repairer.Repair(File.ReadAllText(Path.Combine(Folder, name))).Findings);

    [Theory, MemberData(nameof(Names))]
    public void A_right_text_with_carriage_returns_is_right_too(string name)
    {
        string text = File.ReadAllText(Path.Combine(Folder, name)).ReplaceLineEndings("\r\n");
        RepairResult result = Repairer.Repair(text);
        Assert.Same(text, result.Text);
        Assert.Empty(result.Findings);
    }
}
