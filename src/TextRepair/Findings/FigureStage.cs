namespace TextRepair.Findings;

/// <summary>Reports figures that were deleted (完成亿元, 增长%和%) and figures that cannot be right (2023亿元).</summary>
/// <remarks>What the figure was, nothing in the text tells: these are findings, never edits.</remarks>
internal sealed class FigureStage(FigureModel model) : IStage
{
    /// <inheritdoc/>
    public void Run(string text, StageOutput output)
    {
        if (FigureGaps.Find(text) is { } gaps) MissingFigure.Report(text, gaps, model, output);
        Forgeries.Report(text, output);
        LateYears.Report(text, output);
    }
}
