namespace TextRepair.Training;

/// <summary>Sentences in which damaged words are right, written for training.</summary>
/// <remarks>
/// Clean text was made by leaving out documents with words such as 效劳, right uses and all. Without these sentences the
/// experts would take every 效劳 for a swap.
/// </remarks>
internal static class RightUses
{
    private const string Source = "right-uses";

    // Two sources, since calibration reads half of them with what it learned from the other half.
    private const int FirstSource = 254;

    // How often each is read: so often such words are met in a hundred million characters of other text.
    private const int Times = 3;

    /// <summary>Tells whether a source is this one.</summary>
    public static bool Has(int source) => source >= FirstSource;

    /// <summary>Reads the sentences as documents to train on.</summary>
    public static IEnumerable<CorpusDocument> Read()
    {
        using var reader = new StreamReader(typeof(RightUses).Assembly.GetManifestResourceStream("right-uses.tsv")!);
        for (int number = 0; reader.ReadLine() is { } line;)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var document = new CorpusDocument(Source, FirstSource + (number % 2), $"{Source}:{number}", line.Split('\t')[1], Corpus.Shares - 1);
            number++;
            for (int time = 0; time < Times; time++) yield return document;
        }
    }
}
