using TextRepair.Training.Figures;
using TextRepair.Training.Swaps;

namespace TextRepair.Training;

/// <summary>Trains the models of the findings from a folder of clean text.</summary>
/// <remarks>The same folder gives the same bytes. The shares that <see cref="ModelTrainer"/> leaves out are left out here too.</remarks>
public static class FindingModelTrainer
{
    /// <summary>Trains and writes <c>figures.bin</c>, <c>ends.bin</c> and <c>swaps.bin</c>.</summary>
    /// <param name="corpusFolder">A folder of gzip JSON lines, <c>*.jsonl.gz</c>, with <c>id</c> and <c>text</c>.</param>
    /// <param name="outputFolder">Where the files go; made if it is missing.</param>
    /// <param name="log">Receives a line for each step.</param>
    /// <exception cref="FileNotFoundException">The folder holds no corpus files.</exception>
    public static void Train(string corpusFolder, string outputFolder, TextWriter log)
    {
        ArgumentNullException.ThrowIfNull(log);
        Directory.CreateDirectory(outputFolder);
        IEnumerable<CorpusDocument> documents = Corpus.Read(corpusFolder).Where(document => document.Share >= ModelTrainer.HeldOutShares);
        Write("figures.bin", FigureTrainer.Train(documents), outputFolder, log);
        Write("ends.bin", EndTrainer.Train(documents), outputFolder, log);
        Write("swaps.bin", SwapTrainer.Train(documents), outputFolder, log);
    }

    private static void Write(string name, byte[] file, string folder, TextWriter log)
    {
        File.WriteAllBytes(Path.Combine(folder, name), file);
        log.WriteLine($"wrote {name} with {file.Length} bytes to {folder}");
    }
}
