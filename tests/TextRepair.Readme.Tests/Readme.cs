namespace TextRepair.Readme.Tests;

/// <summary>A README and the blocks of code in it.</summary>
internal sealed class Readme
{
    private readonly List<(string Language, string Code)> _blocks = [];

    private Readme(string text)
    {
        string[] parts = text.ReplaceLineEndings("\n").Split("\n```");
        for (int i = 1; i < parts.Length; i += 2)
        {
            int end = parts[i].IndexOf('\n', StringComparison.Ordinal);
            _blocks.Add((parts[i][..end], parts[i][(end + 1)..]));
        }
        Headings = [.. text.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal))];
        // The fourth chapter in both languages.
        string chapter = text.Split("\n## ")[4];
        Options = [.. chapter.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1])];
    }

    public static TheoryData<string> Names => ["README.md", "README.zh-CN.md"];

    public IReadOnlyList<string> Headings { get; }

    /// <summary>Gets the rows of the table of options: names, default, meaning.</summary>
    public IReadOnlyList<string[]> Options { get; }

    public static Readme Open(string name) => new(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "readme", name)));

    public IReadOnlyList<string> Blocks(string language) => [.. _blocks.Where(block => block.Language == language).Select(block => block.Code)];

    /// <summary>Gets the texts of the first block: before and after.</summary>
    public (string Before, string After) Example()
    {
        string[] lines = Blocks("text")[0].Split('\n');
        return (lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], lines[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]);
    }
}
