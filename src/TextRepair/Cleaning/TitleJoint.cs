using TextRepair.Models;

namespace TextRepair.Cleaning;

/// <summary>Takes running titles out and decides what stays where each stood: nothing, a blank, or the end of a paragraph.</summary>
internal sealed class TitleJoint(ContinuityModel continuity)
{
    // Three pages of ten end with a paragraph, and hardly any with a sentence in mid paragraph: there the model is asked to be sure.
    private const double RunsOn = -0.5, SentenceRunsOn = 1;

    // Where the ends of paragraphs show.
    private const double Shown = -5;

    private const int LongestMark = 12;

    /// <summary>Takes titles out.</summary>
    /// <param name="text">The text.</param>
    /// <param name="blocks">The lines between pages; at least one.</param>
    /// <param name="output">Receives the edits.</param>
    public void Remove(string text, List<TitleBlock> blocks, StageOutput output)
    {
        PageLayout? layout = output.LayoutOf(text);
        bool endInBlanks = EndInBlanks(text, layout);
        // Empty lines that other pages have not are the text's own.
        int usual = blocks.Min(block => block.Start > 0 ? block.OwnBreaks : int.MaxValue), most = blocks.Max(block => block.OwnBreaks);
        foreach (TitleBlock block in blocks)
        {
            (int start, int end, string remains) = Decide(text, block with { OwnBreaks = block.OwnBreaks - usual }, layout, endInBlanks, showsEnds: most > usual);
            output.Edits.Add(new TextEdit(start, text[start..end], remains, EditKind.Layout, 0.97, "running-title", "a line that stands between pages, again and again, and the text runs on across it"));
        }
    }

    // Blanks at the ends of lines come from the pages, or are the text's own where hardly any line has them.
    private static bool EndInBlanks(string text, PageLayout? layout) =>
        layout is not null && layout.Lines.Count(line => line.End < text.Length && IsSpace(text[line.End])) * 4 >= layout.Lines.Count;

    private (int Start, int End, string Remains) Decide(string text, TitleBlock block, PageLayout? layout, bool endInBlanks, bool showsEnds)
    {
        int start = block.Start, end = block.End;
        while (start < end && IsSpace(text[start])) start++;
        while (end > start && IsSpace(text[end - 1])) end--;
        if (block.Start == 0 || block.End == text.Length) return (block.Start, end, "");
        if (block.OwnBreaks > 0) return (start, end, block.OwnBreaks > 1 ? "\n\n" : "\n");
        // Whether broken lines are joined is decided for all of them.
        if (!RunsOnAcross(text, block, block.End - end, showsEnds) || PageLayout.EndsFullLine(text, block.Start, layout)) return (start, end, "\n");
        if (endInBlanks) return (block.Start, block.End, Joint.Between(text, block.Start, block.End));
        return start > block.Start || end < block.End ? (start, end, "") : (start, end, Joint.Between(text, start, end));
    }

    private static bool IsSpace(char c) => c is ' ' or '\u3000' or '\t' or '\u00a0';

    private bool RunsOnAcross(string text, TitleBlock block, int indent, bool showsEnds)
    {
        double score = continuity.Score(text, block.Start, block.End);
        if (showsEnds) return score > Shown;
        bool ends = Characters.EndsSentence(text[block.Start - 1]);
        if (ends && LineStart.IsMarked(text, new TextLine(block.End, Math.Min(text.Length, block.End + LongestMark), 0, 0, false))) return false;
        return score > (ends || indent > 1 ? SentenceRunsOn : RunsOn);
    }
}
