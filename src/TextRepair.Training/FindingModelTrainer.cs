using TextRepair.Training.Figures;

namespace TextRepair.Training;

/// <summary>Trains the models of the findings from a folder of clean text.</summary>
/// <remarks>The same folder gives the same bytes. The shares that <see cref="ModelTrainer"/> leaves out are left out here too.</remarks>
public static class FindingModelTrainer
{
    /// <summary>Trains and writes <c>figures.bin</c>.</summary>
    /// <param name="corpusFolder">A folder of gzip JSON lines, <c>*.jsonl.gz</c>, with <c>id</c> and <c>text</c>.</param>
    /// <param name="outputFolder">Where the files go; made if it is missing.</param>
    /// <param name="log">Receives a line for each step.</param>
    /// <exception cref="FileNotFoundException">The folder holds no corpus files.</exception>
    public static void Train(string corpusFolder, string outputFolder, TextWriter log)
    {
        ArgumentNullException.ThrowIfNull(log);
        Directory.CreateDirectory(outputFolder);
        byte[] figures = FigureTrainer.Train(Corpus.Read(corpusFolder).Where(document => document.Share >= ModelTrainer.HeldOutShares));
        File.WriteAllBytes(Path.Combine(outputFolder, "figures.bin"), figures);
        log.WriteLine($"wrote figures.bin with {figures.Length} bytes to {outputFolder}");
    }
}
