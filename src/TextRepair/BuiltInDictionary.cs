namespace TextRepair;

/// <summary>The dictionaries that are part of this assembly.</summary>
internal static class BuiltInDictionary
{
    /// <summary>Gets the words and phrases.</summary>
    public static IEnumerable<Substitution> Substitutions => Read("substitutions.tsv").Concat(Read("phrases.tsv"));

    /// <summary>Gets the words that are never touched.</summary>
    public static IEnumerable<string> ProtectedWords
    {
        get
        {
            using StreamReader reader = Open("protected.tsv");
            while (reader.ReadLine() is { } line)
                if (line.Length > 0 && line[0] != '#') yield return line.Split('\t')[0];
        }
    }

    private static IReadOnlyList<Substitution> Read(string name)
    {
        using StreamReader reader = Open(name);
        return CorrectionDictionary.Read(reader, name).Substitutions;
    }

    private static StreamReader Open(string name) => new(typeof(BuiltInDictionary).Assembly.GetManifestResourceStream(name)!);
}
