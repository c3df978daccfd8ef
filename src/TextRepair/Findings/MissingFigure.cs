using TextRepair.Anchoring;

namespace TextRepair.Findings;

/// <summary>Decides which units lack a figure that was there, and reports where it was.</summary>
internal static class MissingFigure
{
    // Log-odds from which a place is reported by itself, and from which beside one that is. In 14.6 million clean characters
    // five places reach 5, all of them gaps in truth; 单日票房超亿元 reaches 4.3.
    private const double Sure = 5, Likely = 2;
    private const int MostJoined = 40;

    /// <summary>Reports the gaps of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="places">Where units may end that have no figure.</param>
    /// <param name="model">What weighs them.</param>
    /// <param name="output">Receives the findings.</param>
    public static void Report(ReadOnlySpan<char> text, PlaceMask places, FigureModel model, StageOutput output)
    {
        if (!IsDamaged(text, places, model)) return;
        foreach (FigureGap gap in FigureGaps.Find(text, places))
            if (model.Score(text, gap.Left, gap.Unit) >= Likely) Report(text, gap, model, output);
    }

    // A blank before a unit is a form to be filled in.
    private static bool IsDamaged(ReadOnlySpan<char> text, PlaceMask places, FigureModel model)
    {
        foreach (int end in places)
            if (FigureGaps.At(text, end) is { } gap && gap.Left == gap.Unit.Start && model.Score(text, gap.Left, gap.Unit) >= Sure) return true;
        return false;
    }

    private static void Report(ReadOnlySpan<char> text, FigureGap gap, FigureModel model, StageOutput output)
    {
        string name = text[gap.Unit.Start..gap.Unit.End].ToString();
        output.Findings.Add(new Finding(gap.Unit.Start, 0, FindingKind.MissingFigure,
            $"There is no figure before {name}; expected one. Nothing in the text tells what it was."));
        int head = HeadOfJoined(text, gap.Left);
        // In 完成亿元和亿元 each figure has its unit.
        bool isShared = head > 0 && head < gap.Left && Unit.At(text, head - 1) is null;
        if (isShared && model.Score(text, head, gap.Unit) >= Likely) ReportJoined(text, head, gap.Left, output);
    }

    // 高出和个百分点, 分别下降了、2、和个百分点: one unit stands for several figures, of which some are left.
    private static void ReportJoined(ReadOnlySpan<char> text, int head, int left, StageOutput output)
    {
        bool hasFigure = false;
        for (int i = head; i < left; i++)
        {
            if (char.IsAsciiDigit(text[i])) hasFigure = true;
            if (!FigureFeatures.IsJoint(text[i]) || (hasFigure && text[i] == ',')) continue;
            if (!hasFigure)
                output.Findings.Add(new Finding(i, 0, FindingKind.MissingFigure,
                    $"There is no figure before {text[i]}; expected one, as the unit after it stands for all that are counted up. Nothing in the text tells what it was."));
            hasFigure = false;
        }
    }

    private static int HeadOfJoined(ReadOnlySpan<char> text, int left)
    {
        int head = left, limit = Math.Max(0, left - MostJoined);
        while (head > limit && (FigureFeatures.IsJoint(text[head - 1]) || char.IsAsciiDigit(text[head - 1]) || text[head - 1] is '.' or ' ' or '\u3000')) head--;
        return head;
    }
}
