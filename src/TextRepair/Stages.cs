using TextRepair.Cleaning;
using TextRepair.Findings;
using TextRepair.Pairing;

namespace TextRepair;

/// <summary>The stages of a repairer, in the order a text goes through them.</summary>
internal static class Stages
{
    public static IStage[] Create(TextRepairOptions options) =>
    [
        // Mending a quote may lay punctuation bare for cleaning and the other way round: they settle together.
        new FixedPointStage(
        [
            .. CleaningStages.Create(options),
            new QuoteStage(QuoteModel.Load(), options.MinimumConfidence, options.Kinds.Contains(EditKind.Quote)),
        ]),
        new FigureStage(),
        new MaskStage(),
        new MojibakeStage(),
        new EndStage(),
    ];
}
