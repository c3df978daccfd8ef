using TextRepair.Training.Layout;

namespace TextRepair.Training;

/// <summary>Trains the model of page marks and broken lines from a folder of clean text.</summary>
/// <remarks>The same folder gives the same bytes. Share 0 of 20 is left out, to measure on.</remarks>
public static class LayoutModelTrainer
{
    /// <summary>Trains and writes <c>continuity.bin</c>.</summary>
    /// <param name="corpusFolder">A folder of gzip JSON lines, <c>*.jsonl.gz</c>, with <c>id</c> and <c>text</c>.</param>
    /// <param name="outputFolder">Where the file goes; made if it is missing.</param>
    /// <param name="log">Receives a line for each step.</param>
    /// <exception cref="FileNotFoundException">The folder holds no corpus files.</exception>
    public static void Train(string corpusFolder, string outputFolder, TextWriter log)
    {
        ArgumentNullException.ThrowIfNull(log);
        Directory.CreateDirectory(outputFolder);
        byte[] file = ContinuityTrainer.Train(corpusFolder);
        File.WriteAllBytes(Path.Combine(outputFolder, "continuity.bin"), file);
        log.WriteLine($"wrote continuity.bin with {file.Length} bytes to {outputFolder}");
    }
}
