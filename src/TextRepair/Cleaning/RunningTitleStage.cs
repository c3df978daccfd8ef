namespace TextRepair.Cleaning;

/// <summary>Takes running titles out that copying left between the pages of a text, with the page numbers beside them.</summary>
/// <remarks>A heading, a refrain or the head of a table comes again too: see <see cref="TitleEvidence"/>.</remarks>
internal sealed class RunningTitleStage(ContinuityModel continuity) : IStage
{
    private const int LongestLabel = 6;

    private readonly TitleBlocks _blocks = new(continuity);
    private readonly TitleJoint _joint = new(continuity);
    private readonly Pool<RepeatedLines> _workspaces = new(() => new RepeatedLines());

    /// <inheritdoc/>
    public void Run(string text, StageOutput output)
    {
        RepeatedLines lines = _workspaces.Take();
        if (lines.Find(text, output.AnchorsOf(text)) > 0) Judge(text, lines.Found, output);
        if (lines.IsSmall) _workspaces.Give(lines);
    }

    private void Judge(string text, List<RepeatedLine> lines, StageOutput output)
    {
        int[] blockOf = new int[lines.Count];
        List<TitleBlock> blocks = _blocks.Find(text, lines, blockOf);
        var trusted = new SortedDictionary<int, TitleBlock>();
        foreach (IGrouping<int, int> group in Enumerable.Range(0, lines.Count).GroupBy(i => lines[i].Group))
        {
            List<int> numbers = [.. group.Select(i => blockOf[i]).Distinct()];
            List<TitleBlock> chain = numbers.ConvertAll(number => blocks[number]);
            if (AreTitles(text, chain, group.Select(i => lines[i]), output)) Trust(numbers, chain, trusted);
        }
        if (trusted.Count > 0) _joint.Remove(text, trusted.Values, output);
    }

    private static bool AreTitles(string text, List<TitleBlock> chain, IEnumerable<RepeatedLine> lines, StageOutput output)
    {
        double evidence = TitleEvidence.Of(text, chain);
        return evidence >= TitleEvidence.Needed && (evidence >= TitleEvidence.NeededOfOther || !lines.Any(line => IsOther(text, line, output)));
    }

    private static void Trust(List<int> numbers, List<TitleBlock> chain, SortedDictionary<int, TitleBlock> trusted)
    {
        int usual = chain.Min(block => block.Start > 0 ? block.OwnBreaks : int.MaxValue);
        for (int i = TitleEvidence.BeginsWithHeading(chain) ? 1 : 0; i < chain.Count; i++) trusted[numbers[i]] = chain[i] with { OwnBreaks = chain[i].OwnBreaks - usual };
    }

    // 来源：人民日报 is said of each article of a collection; where lines are broken, a sentence that is said again may be broken
    // at the same places.
    private static bool IsOther(string text, RepeatedLine line, StageOutput output) =>
        text.AsSpan(line.Start, Math.Min(LongestLabel, line.End - line.Start)).IndexOfAny('：', ':') >= 0
        || (output.LayoutOf(text) is { HasWidth: true } layout && PageLayout.EndsFullLine(text, line.End, layout));
}
