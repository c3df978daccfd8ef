using TextRepair.Context;
using TextRepair.Matching;
using TextRepair.Ocr;
using TextRepair.Training.Ocr;

namespace TextRepair.Training;

/// <summary>Repairs words of documents of a corpus with models that have not seen them.</summary>
internal sealed class FigureRepairers
{
    private readonly FixedPointStage[] _stages;
    private readonly Func<CorpusDocument, int> _stageOf;

    private FigureRepairers(IEnumerable<IStage> stages, Func<CorpusDocument, int> stageOf) =>
        (_stages, _stageOf) = ([.. stages.Select(stage => new FixedPointStage([stage], []))], stageOf);

    /// <summary>Gets the number of models.</summary>
    public int Count => _stages.Length;

    /// <summary>The built-in model, for documents that its training left out.</summary>
    public static FigureRepairers HeldOut(TextRepairOptions options) =>
        new([Stages.CreateWords(options, Stages.BuiltInContexts, options.WordComparer)], document => document.Share < ModelTrainer.HeldOutShares ? 0 : -1);

    /// <summary>Two models, each trained on half of the sources, for the documents of the other half.</summary>
    public static FigureRepairers Unseen(string folder, TextRepairOptions options)
    {
        var table = SwapTable.Create(CorrectionDictionary.Default.Substitutions);
        IReadOnlyList<SlotSet> slots = ModelTrainer.Collect(folder, table, _ => { }).Slots;
        var trainer = new ContextTrainer(table);
        return new FigureRepairers(
            ((int[])[0, 1]).Select(half => Stages.CreateWords(options, Train(trainer, slots, half), options.WordComparer is null ? null : TrainComparer(folder, half))),
            document => HalfOf(document.SourceIndex));
    }

    /// <summary>Finds the model for a document.</summary>
    /// <returns>Its number; -1 where the document was trained on.</returns>
    public int For(CorpusDocument document) => _stageOf(document);

    /// <summary>Repairs a text with one of the models.</summary>
    public EditList Repair(string text, int model) => _stages[model].Settle(text, new StageOutput());

    private static ContextModel Train(ContextTrainer trainer, IReadOnlyList<SlotSet> slots, int half)
    {
        using var file = new MemoryStream();
        ContextModelFile.Write(file, trainer.Train(slots, (source, share) =>
            share >= ModelTrainer.HeldOutShares && (RightUses.Has(source) || HalfOf(source) != half)));
        return ContextModelFile.Open(file.ToArray());
    }

    // The language model of TextRepair.Ocr has seen all sources.
    private static Func<string, int, int, string, string, double> TrainComparer(string folder, int half)
    {
        var options = new OcrTrainingOptions { Corpus = folder, Output = "" };
        LanguageModel language = OcrTrainer.TrainLanguage(options, document => HalfOf(document.SourceIndex) != half, TextWriter.Null);
        return (text, start, length, word, other) => WordFit.Compare(language, text, start, length, word, other);
    }

    // Calibration divides the sources by odd and even: so both kinds are in either half.
    private static int HalfOf(int source) => source / 2 % 2;
}
