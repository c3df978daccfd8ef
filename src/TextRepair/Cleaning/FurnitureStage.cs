namespace TextRepair.Cleaning;

/// <summary>Takes page numbers and running titles out of a scan: the last and the first lines of its pages.</summary>
/// <remarks>
/// A form feed ends a page, as readers of scans write it. A number as last line is a page number. A title as first line is a
/// running one where another page begins with it, or where the page has a number above 1: a document's own title stands on page 1.
/// </remarks>
internal sealed class FurnitureStage : IStage
{
    /// <inheritdoc/>
    public void Run(string text, StageOutput output)
    {
        List<List<TextLine>> pages = Pages(text, TextLine.Split(text));
        for (int i = 0; i < pages.Count; i++)
        {
            if (pages[i].Count < 3) continue;
            bool hasLabel = Furniture.IsLabel(Content(text, pages[i][^1]));
            if (IsRunningTitle(text, pages, i, hasLabel)) Remove(text, pages[i][0], "running-title", "the first line of a page, which is no part of its text", output);
            if (hasLabel) Remove(text, pages[i][^1], "page-number", "the last line of a page is its number", output);
        }
    }

    private static bool IsRunningTitle(string text, List<List<TextLine>> pages, int page, bool hasLabel)
    {
        TextLine title = pages[page][0];
        if (title.End - title.Start > 24) return false;
        for (int other = Math.Max(0, page - 2); other <= Math.Min(pages.Count - 1, page + 2); other++)
            if (other != page && Furniture.IsSame(Content(text, title), Content(text, pages[other][0]))) return true;
        return hasLabel && Furniture.IsTitle(text, title) && PageLine.Parse(Content(text, pages[page][^1])) is not { Number: 1 };
    }

    private static List<List<TextLine>> Pages(ReadOnlySpan<char> text, List<TextLine> lines)
    {
        var pages = new List<List<TextLine>> { new() };
        int end = 0;
        foreach (TextLine line in lines)
        {
            if (end > 0 && text[end..line.Start].Contains('\f')) pages.Add([]);
            pages[^1].Add(line);
            end = line.End;
        }
        return pages;
    }

    private static void Remove(string text, TextLine line, string rule, string reason, StageOutput output)
    {
        int start = line.Start, end = line.End;
        while (end < text.Length && text[end] is ' ' or '\r') end++;
        if (end < text.Length && text[end] == '\n') end++;
        else while (start > 0 && text[start - 1] is '\n' or '\r' or ' ') start--;
        output.Edits.Add(new TextEdit(start, text[start..end], "", EditKind.Layout, 0.95, rule, reason));
    }

    private static ReadOnlySpan<char> Content(ReadOnlySpan<char> text, TextLine line) => text[line.Start..line.End];
}
