using TextRepair.Context;
using TextRepair.Matching;
using TextRepair.Training.Quotes;

namespace TextRepair.Training;

/// <summary>Trains the models of the word swaps from a folder of clean text.</summary>
/// <remarks>The same folder and dictionary give the same bytes. Shares 0 to 2 of 20 are left out, to measure on.</remarks>
public static class ModelTrainer
{
    /// <summary>The shares that training leaves out; see <see cref="CorpusDocument.Share"/>.</summary>
    public const int HeldOutShares = 3;

    // One large source must not speak for all Chinese.
    private const int MostSlotsPerSource = 20_000;

    /// <summary>Trains and writes <c>context.bin</c>, <c>familiar.bin</c>, <c>quotes.bin</c>, <c>quote-network.bin</c> and <c>quote-habits.bin</c>.</summary>
    /// <param name="corpusFolder">A folder of gzip JSON lines, <c>*.jsonl.gz</c>, with <c>id</c> and <c>text</c>.</param>
    /// <param name="outputFolder">Where the files go; made if it is missing.</param>
    /// <param name="log">Receives a line for each step.</param>
    /// <exception cref="FileNotFoundException">The folder holds no corpus files.</exception>
    public static void Train(string corpusFolder, string outputFolder, TextWriter log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var table = SwapTable.Create(CorrectionDictionary.Default.Substitutions);
        var familiar = new FamiliarityTrainer();
        long characters = 0;
        SlotCollector slots = Collect(corpusFolder, table, document =>
        {
            if (document.Share < HeldOutShares) return;
            familiar.Add(document.Text);
            characters += document.Text.Length;
        });
        log.WriteLine($"read {characters} characters to train on, {slots.Slots.Sum(s => (long)s.Count)} places of {table.Suspects.Length} words");
        List<ExpertData> experts = new ContextTrainer(table).Train(slots.Slots, (_, share) => share >= HeldOutShares);
        Directory.CreateDirectory(outputFolder);
        using (FileStream file = File.Create(Path.Combine(outputFolder, "context.bin"))) ContextModelFile.Write(file, experts);
        File.WriteAllBytes(Path.Combine(outputFolder, "familiar.bin"), familiar.MakeFile());
        (QuoteModelFiles quotes, byte[] habits) = QuoteTrainer.Train(corpusFolder);
        File.WriteAllBytes(Path.Combine(outputFolder, "quotes.bin"), quotes.Linear);
        File.WriteAllBytes(Path.Combine(outputFolder, "quote-network.bin"), quotes.Network);
        File.WriteAllBytes(Path.Combine(outputFolder, "quote-habits.bin"), habits);
        log.WriteLine($"wrote {experts.Count} experts with {experts.Sum(e => e.WeightCount)} weights to {outputFolder}");
    }

    /// <summary>Collects the places to train on and to calibrate with.</summary>
    /// <param name="corpusFolder">The folder of the corpus.</param>
    /// <param name="table">The swaps.</param>
    /// <param name="read">Receives each document of the corpus.</param>
    internal static SlotCollector Collect(string corpusFolder, SwapTable table, Action<CorpusDocument> read)
    {
        var slots = new SlotCollector(table, MostSlotsPerSource);
        foreach (CorpusDocument document in Corpus.Read(corpusFolder))
        {
            slots.Add(document);
            read(document);
        }
        foreach (CorpusDocument document in RightUses.Read()) slots.Add(document);
        return slots;
    }
}
