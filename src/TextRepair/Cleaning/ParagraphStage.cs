namespace TextRepair.Cleaning;

/// <summary>Makes one line of each paragraph of a scan, and leaves one line break between two of them.</summary>
internal sealed class ParagraphStage(ContinuityModel continuity) : IStage
{
    private readonly ParagraphModel _model = new(continuity);

    /// <inheritdoc/>
    public void Run(string text, StageOutput output)
    {
        if (PageLayout.Read(text) is not { } layout) return;
        List<TextLine> lines = layout.Lines;
        bool mayBeBroken = layout.MayBeBroken;
        Put(text, 0, lines[0].Start, "", "page-start", "blank before the first line", output);
        for (int i = 0; i + 1 < lines.Count; i++)
        {
            int end = lines[i].End, start = lines[i + 1].Start;
            if (mayBeBroken && _model.Score(text, layout, i) > 0)
                Put(text, end, start, Joint.Between(text, end, start), "broken-line", "the line is as long as the page is wide and the sentence runs on after it", output);
            else
                Put(text, end, start, "\n", "paragraph", "one line break between paragraphs", output);
        }
        Put(text, lines[^1].End, text.Length, text.AsSpan(lines[^1].End).Contains('\n') ? "\n" : "", "page-end", "blank after the last line", output);
    }

    private static void Put(string text, int start, int end, string replacement, string rule, string reason, StageOutput output)
    {
        if (text.AsSpan(start, end - start).SequenceEqual(replacement)) return;
        output.Edits.Add(new TextEdit(start, text[start..end], replacement, EditKind.Layout, 0.95, rule, reason));
    }
}
