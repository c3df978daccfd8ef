using TextRepair.Models;

namespace TextRepair.Cleaning;

/// <summary>Joins lines that a scan or a PDF extraction broke in mid sentence.</summary>
/// <remarks>
/// A line is broken where it is as long as the page is wide and the text runs on after it. Mail and manual pages are
/// wrapped like that on purpose; so the document must show that nobody wrote its line breaks: lines that begin with 。 or ，,
/// or paragraphs that only a short last line tells apart.
/// </remarks>
internal sealed class LineJoinStage(ContinuityModel continuity)
{
    private const int FewestBroken = 4;
    private const int NarrowestPage = 30;
    private const double NeededMean = 1.2;

    /// <summary>Reads a text and says which lines it would join.</summary>
    /// <param name="text">The text.</param>
    /// <param name="layout">Its layout.</param>
    /// <param name="output">Receives the edits.</param>
    public void Run(string text, PageLayout layout, StageOutput output)
    {
        if (!layout.HasWidth || layout.Width < NarrowestPage || CodeSigns.LooksLikeCode(text, layout.Lines)) return;
        List<TextLine> lines = layout.Lines;
        List<LineBreak> breaks = FindBreaks(text, lines, layout.Width);
        if (IsTrusted(lines, breaks) && !IsSetIn(text, lines, layout.Width, breaks.Count)) Join(text, breaks, output);
    }

    // A formatter's output has its paragraphs set in, and only its headings and lists of contents have not: all of it is wrapped on purpose.
    private static bool IsSetIn(string text, List<TextLine> lines, int width, int breaks)
    {
        int setIn = 0;
        for (int i = 1; i < lines.Count; i++)
        {
            TextLine before = lines[i - 1], after = lines[i];
            if (after.Indent > 0 && after.Indent == before.Indent && !after.AfterBlank && before.Columns >= width - 6 && Characters.IsHan(text[after.Start])) setIn++;
        }
        return setIn > breaks;
    }

    private List<LineBreak> FindBreaks(string text, List<TextLine> lines, int width)
    {
        var breaks = new List<LineBreak>();
        for (int i = 1; i < lines.Count; i++)
        {
            TextLine before = lines[i - 1], after = lines[i];
            if (after.AfterBlank || before.Columns < width - FirstUnit(text, after) - 4 || after.Indent > 0 || LineStart.IsMarked(text, after) || IsPageHead(text.AsSpan(before.Start, before.End - before.Start))) continue;
            double score = continuity.Score(text, before.End, after.Start);
            bool ends = Characters.EndsSentence(text[before.End - 1]) || text[before.End - 1] is '：' or ':' or '”';
            if (!Characters.IsHan(text[before.End - 1]) && !Characters.IsHan(text[after.Start]) && char.IsAscii(text[before.End - 1]) && char.IsAscii(text[after.Start])) continue;
            breaks.Add(new LineBreak(before.End, after.Start, score, ends, before.Columns >= width - 2, LineStart.IsForbidden(text[after.Start])));
        }
        return breaks;
    }

    // 管理手册        第 12 页: as wide as the page, and no part of its text.
    private static bool IsPageHead(ReadOnlySpan<char> line)
    {
        int gap = line.LastIndexOf("  ");
        return gap >= 0 && PageLine.Parse(line[gap..]) is (_, PageMarkForm.Page or PageMarkForm.PageOfPages or PageMarkForm.Dashes);
    }

    // What could not stand on the line before: a character, or a word of Latin letters.
    private static int FirstUnit(string text, TextLine line)
    {
        int i = line.Start;
        while (i < line.End && char.IsAsciiLetterOrDigit(text[i])) i++;
        return Math.Clamp(i - line.Start, 2, 20);
    }

    private static bool IsTrusted(List<TextLine> lines, List<LineBreak> breaks)
    {
        List<LineBreak> inside = breaks.FindAll(item => !item.EndsSentence);
        if (inside.Count < FewestBroken || inside.Sum(item => Math.Clamp(item.Score, -4, 4)) < NeededMean * inside.Count) return false;
        if (inside.Count * 3 < breaks.Count * 2) return false;
        int forbidden = inside.Count(item => item.IsForbidden);
        // Cut anywhere, one line in ten begins like that; whoever wraps by hand lets it slip now and then.
        return (forbidden > 0 && forbidden * 15 >= inside.Count) || HasNoParagraphMarks(lines, breaks);
    }

    // Whoever wraps lines by hand sets paragraphs apart by an empty line or an indent, or nobody could read them.
    private static bool HasNoParagraphMarks(List<TextLine> lines, List<LineBreak> breaks)
    {
        int apart = lines.Count(line => line.AfterBlank || line.Indent > 0);
        int kept = lines.Count - 1 - breaks.Count;
        return kept >= 1 && apart * 6 <= kept;
    }

    private static void Join(string text, List<LineBreak> breaks, StageOutput output)
    {
        foreach (LineBreak item in breaks)
        {
            // A full line that ends a sentence may end its paragraph; only the fullest lines leave no room for that.
            if (item.EndsSentence ? !item.IsFull || item.Score < -2.5 : item.Score < -2.5) continue;
            string between = Joint.Between(text, item.End, item.Start);
            output.Edits.Add(new TextEdit(item.End, text[item.End..item.Start], between, EditKind.Layout, 0.98, "broken-line",
                "the line is as long as the page is wide and the sentence runs on after it"));
        }
    }
}
