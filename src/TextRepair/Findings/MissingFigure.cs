namespace TextRepair.Findings;

/// <summary>Decides which units lack a figure that was there, and reports where it was.</summary>
internal static class MissingFigure
{
    // Log-odds from which a place is reported by itself, and from which beside one that is. In 14.6 million clean characters
    // five places reach 5, all of them gaps in truth; 单日票房超亿元 reaches 4.3.
    private const double Sure = 5, Likely = 2;
    private const int MostJoined = 40;

    /// <summary>Reports the gaps of a text.</summary>
    public static void Report(ReadOnlySpan<char> text, List<FigureGap> gaps, FigureModel model, StageOutput output)
    {
        double[] scores = new double[gaps.Count];
        bool isDamaged = false;
        for (int i = 0; i < scores.Length; i++)
        {
            scores[i] = model.Score(text, gaps[i].Left, gaps[i].Unit);
            // A blank before a unit is a form to be filled in.
            isDamaged |= scores[i] >= Sure && gaps[i].Left == gaps[i].Unit.Start;
        }
        if (!isDamaged) return;
        for (int i = 0; i < scores.Length; i++) if (scores[i] >= Likely) Report(text, gaps[i], model, output);
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
