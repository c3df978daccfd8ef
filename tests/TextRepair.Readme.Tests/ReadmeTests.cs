using System.Globalization;

namespace TextRepair.Readme.Tests;

/// <summary>What the READMEs show is true: code compiles and runs, defaults are the defaults.</summary>
public sealed class ReadmeTests
{
    public static TheoryData<string> Names => Readme.Names;

    [Theory, MemberData(nameof(Names))]
    public void The_example_is_repaired_as_shown(string name)
    {
        (string before, string after) = Readme.Open(name).Example();
        Assert.Equal(after, new TextRepairer().Repair(before).Text);
    }

    [Theory, MemberData(nameof(Names))]
    public void The_ten_lines_run(string name)
    {
        Readme readme = Readme.Open(name);
        string[] lines = ConsoleProgram.Run(readme.Blocks("csharp")[0]);
        Assert.Equal(readme.Example().After, lines[0]);
        Assert.Contains(lines, line => line.Contains("那么 → 则 (Substitution, ", StringComparison.Ordinal));
        Assert.Equal("True", lines[^1]);
    }

    [Theory, MemberData(nameof(Names))]
    public void All_other_code_runs(string name)
    {
        foreach (string code in Readme.Open(name).Blocks("csharp").Skip(1)) Assert.NotEmpty(ConsoleProgram.Run(code));
    }

    [Theory, MemberData(nameof(Names))]
    public void The_defaults_are_the_defaults(string name)
    {
        var options = new TextRepairOptions();
        Dictionary<string, string> defaults = Readme.Open(name).Options.ToDictionary(row => row[0].Trim('`'), row => row[1].Trim('`'));
        Assert.Equal(options.MinimumConfidence.ToString(CultureInfo.InvariantCulture), defaults[nameof(options.MinimumConfidence)]);
        Assert.Equal(options.Source.ToString(), defaults[nameof(options.Source)]);
        Assert.Equal(options.Scope.ToString(), defaults[nameof(options.Scope)]);
        Assert.Subset(typeof(TextRepairOptions).GetProperties().Select(property => property.Name).ToHashSet(), defaults.Keys.SelectMany(key => key.Split("`, `")).ToHashSet());
    }

    [Fact]
    public void Both_languages_have_the_same_chapters_code_and_options()
    {
        Readme english = Readme.Open("README.md"), chinese = Readme.Open("README.zh-CN.md");
        Assert.Equal(english.Headings.Count, chinese.Headings.Count);
        Assert.Equal(english.Options.Select(row => row[0]), chinese.Options.Select(row => row[0].Replace('、', ',').Replace(",`", ", `")));
        foreach (string language in (string[])["csharp", "sh"])
            Assert.Equal(english.Blocks(language).Select(WithoutComments), chinese.Blocks(language).Select(WithoutComments));
    }

    private static string WithoutComments(string code) =>
        string.Join('\n', code.Split('\n').Where(line => !line.StartsWith('#')).Select(line => line.Split(" //")[0].Split(" # ")[0].TrimEnd()));
}
