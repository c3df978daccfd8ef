namespace TextRepair.Cli;

/// <summary>A text that a dictionary gives with its repair.</summary>
/// <param name="Line">The line of the dictionary, from 1.</param>
/// <param name="Text">The text.</param>
/// <param name="Expected">What the repair should make of it; the text itself where nothing is to change.</param>
internal sealed record DictionaryExample(int Line, string Text, string Expected)
{
    private const string Mark = "#=\t";

    /// <summary>Reads the examples of a dictionary: lines <c>#=⇥text⇥repaired text</c>, or <c>#=⇥text</c> where nothing is to change.</summary>
    /// <remarks>They begin with # so that whatever reads the dictionary passes them over.</remarks>
    /// <exception cref="CliException">A line has another number of columns.</exception>
    public static IEnumerable<DictionaryExample> Read(string path)
    {
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (!line.StartsWith(Mark, StringComparison.Ordinal)) continue;
            string[] columns = line[Mark.Length..].Split('\t');
            if (columns.Length > 2) throw new CliException($"{path}, line {number}: expected a text and its repair, found {columns.Length} columns.");
            yield return new DictionaryExample(number, columns[0], columns[^1]);
        }
    }
}
