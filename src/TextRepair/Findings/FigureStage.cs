using System.Buffers;

namespace TextRepair.Findings;

/// <summary>Reports figures that were deleted (完成亿元, 增长%和%) and figures that cannot be right (2023亿元).</summary>
/// <remarks>What the figure was, nothing in the text tells: these are findings, never edits.</remarks>
internal sealed class FigureStage : IStage
{
    private static readonly SearchValues<char> Anchors = SearchValues.Create("亿%％点方");

    /// <inheritdoc/>
    public void Run(string text, StageOutput output)
    {
        ReadOnlySpan<char> all = text;
        var forged = new List<Forgery>();
        int reported = -1;
        for (int i = all.IndexOfAny(Anchors); i >= 0;)
        {
            if (Unit.At(all, i) is { } unit && unit.Start > reported)
            {
                reported = unit.End - 1;
                Judge(all, unit, output, forged);
            }
            int next = all[(i + 1)..].IndexOfAny(Anchors);
            i = next < 0 ? -1 : i + 1 + next;
        }
        Forgeries.Report(all, forged, output);
    }

    private static void Judge(ReadOnlySpan<char> text, Unit unit, StageOutput output, List<Forgery> forged)
    {
        if (Forgery.Before(text, unit) is { } forgery) forged.Add(forgery);
        else if (MissingFigure.Before(text, unit)) MissingFigure.Report(text, unit, output);
    }
}
