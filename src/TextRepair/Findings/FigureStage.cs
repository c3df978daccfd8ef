using TextRepair.Anchoring;

namespace TextRepair.Findings;

/// <summary>Reports figures that were deleted (完成亿元, 增长%和%) and figures that cannot be right (2023亿元).</summary>
/// <remarks>What the figure was, nothing in the text tells: these are findings, never edits.</remarks>
internal sealed class FigureStage(FigureModel model) : IStage
{
    /// <inheritdoc/>
    public void Run(string text, StageOutput output)
    {
        TextAnchors anchors = output.AnchorsOf(text);
        MissingFigure.Report(text, anchors.FigureGaps, model, output);
        Forgeries.Report(text, anchors.Decades, output);
        LateYears.Report(text, anchors, output);
    }
}
