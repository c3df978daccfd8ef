using TextRepair.Cleaning;
using TextRepair.Findings;
using TextRepair.Pairing;

namespace TextRepair;

/// <summary>The stages of a repairer, in the order a text goes through them.</summary>
internal static class Stages
{
    public static IStage[] Create(TextRepairOptions options) =>
    [
        .. CleaningStages.Create(options),
        new QuoteStage(QuoteModel.Load(), options.MinimumConfidence, options.Kinds.Contains(EditKind.Quote)),
        new FigureStage(),
    ];
}
