using System.Globalization;
using TextRepair.Ocr;

namespace TextRepair.Training.Ocr;

/// <summary>Makes the models of TextRepair.Ocr. The same files give the same bytes.</summary>
public static class OcrTrainer
{
    /// <summary>Counts the confusions of pages that were printed and read.</summary>
    /// <param name="pages">JSON lines with <c>truth</c> and <c>ocr</c>.</param>
    /// <param name="output">Receives lines of true, observed, count; right readings are counted too.</param>
    public static void CountConfusions(IEnumerable<string> pages, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(pages);
        var counts = new ConfusionCounts();
        foreach (OcrPage page in pages.SelectMany(OcrPage.ReadAll)) counts.Add(page.Truth, page.Read);
        counts.Write(output);
    }

    /// <summary>Trains the models.</summary>
    /// <param name="options">What to learn from.</param>
    /// <param name="log">Receives a line for each step.</param>
    public static void Train(OcrTrainingOptions options, TextWriter log)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(log);
        string language = Path.Combine(options.Output, "language.bin"), confusions = Path.Combine(options.Output, "confusions.bin");
        LanguageModel model = TrainLanguage(options, log);
        File.WriteAllBytes(language, model.File);
        ConfusionModel channel = TrainConfusions(options, model);
        File.WriteAllBytes(confusions, channel.File);
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"confusions: {channel.Observed.Length} characters, {new FileInfo(confusions).Length} bytes"));
        TrainJudge(options, log);
    }

    /// <summary>Fits the judge to pages, with the other two models as they stand in the folder of the output.</summary>
    /// <param name="options">What to learn from.</param>
    /// <param name="log">Receives a line.</param>
    public static void TrainJudge(OcrTrainingOptions options, TextWriter log)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(log);
        string language = Path.Combine(options.Output, "language.bin"), confusions = Path.Combine(options.Output, "confusions.bin");
        var trainer = new JudgeTrainer(
            LanguageModelFile.Read(File.ReadAllBytes(language), language),
            ConfusionModel.Read(File.ReadAllBytes(confusions), confusions));
        foreach (OcrPage page in options.JudgePages.SelectMany(OcrPage.ReadAll)) trainer.Add(page);
        using (var file = new StreamWriter(Path.Combine(options.Output, "judge.tsv"))) trainer.Train().Write(file);
        log.WriteLine(string.Create(CultureInfo.InvariantCulture, $"judge: {trainer.Count} alternatives"));
    }

    private static LanguageModel TrainLanguage(OcrTrainingOptions options, TextWriter log)
    {
        HashSet<string> leftOut = [.. options.Pages.Concat(options.JudgePages).SelectMany(OcrPage.ReadAll).Select(page => page.Document)];
        return TrainLanguage(options, document => !document.IsHeldOut && !leftOut.Contains(document.Id), log);
    }

    /// <summary>Trains the language model alone.</summary>
    /// <param name="options">What to learn from, and how much of it.</param>
    /// <param name="take">Tells which documents are read.</param>
    /// <param name="log">Receives two lines.</param>
    internal static LanguageModel TrainLanguage(OcrTrainingOptions options, Func<CorpusDocument, bool> take, TextWriter log)
    {
        var sizes = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (CorpusDocument document in Corpus.Read(options.Corpus))
            sizes[document.Source] = sizes.GetValueOrDefault(document.Source) + document.Text.Length;
        var trainer = new LanguageModelTrainer();
        foreach (CorpusDocument document in Corpus.Read(options.Corpus))
        {
            double share = (double)options.LargestSource / sizes[document.Source];
            if (Draw(document.Id) <= share && take(document)) trainer.Add(document.Text);
        }
        string read = string.Create(CultureInfo.InvariantCulture, $"language: {trainer.DocumentCount} documents, {trainer.CharacterCount} characters");
        log.WriteLine(read);
        LanguageModel model = trainer.Train(options.Entries);
        log.WriteLine("n-grams: " + string.Join(", ", model.Counts));
        return model;
    }

    private static ConfusionModel TrainConfusions(OcrTrainingOptions options, LanguageModel language)
    {
        var counts = new ConfusionCounts();
        foreach (string path in options.Confusions)
        {
            using var reader = new StreamReader(path);
            counts.Read(reader);
        }
        foreach (OcrPage page in options.Pages.SelectMany(OcrPage.ReadAll)) counts.Add(page.Truth, page.ReadWithoutExtras());
        var fonts = new List<Glyphs>();
        foreach (string path in options.Glyphs)
        {
            using var reader = new StreamReader(path);
            fonts.Add(Glyphs.Read(reader));
        }
        return new ConfusionTrainer(counts, [.. fonts], language).Train(options.Candidates);
    }

    // A number from 0 to 1 that depends on the name alone: FNV-1a, its bits mixed.
    private static double Draw(string name)
    {
        uint hash = 2166136261;
        foreach (char c in name) hash = (hash ^ c) * 16777619;
        hash ^= hash >> 15;
        hash *= 0x2c1b3c6d;
        hash ^= hash >> 12;
        return hash / 4294967296.0;
    }
}
