namespace TextRepair.Cleaning;

/// <summary>Takes running titles out that copying left between the pages of a text, with the page numbers beside them.</summary>
/// <remarks>
/// A heading, a refrain or the head of a table comes again too: see <see cref="TitleEvidence"/>. Left and right pages have titles
/// of their own, and so have chapters: where a text is known to have running titles, other lines need less evidence.
/// </remarks>
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
        List<TitleChain> chains = [Numbered(text, blocks, blockOf)];
        foreach (IGrouping<int, int> group in Enumerable.Range(0, lines.Count).GroupBy(i => lines[i].Group)) chains.Add(Weigh(text, blocks, blockOf, [.. group], TitleEvidence.Of));
        // How the text is laid out is dear to know, and asked where it may have titles.
        if (TitleEvidence.NeededOf(chains) is null) return;
        for (int k = 1; k < chains.Count; k++)
            if (chains[k].Evidence >= TitleEvidence.NeededOfMore && chains[k].Lines.Exists(i => IsOther(text, lines[i], output))) chains[k] = chains[k] with { Evidence = chains[k].Evidence - TitleEvidence.Other };
        if (TitleEvidence.NeededOf(chains) is not { } needed) return;
        IEnumerable<int> titles = chains.Where(chain => chain.Evidence >= needed).SelectMany(chain => TitlesOf(text, chain, blockOf)).Distinct().Order();
        // A heading that comes again may stand beside a title, where its page begins: it stays.
        _joint.Remove(text, _blocks.Find(text, [.. titles.Select(i => lines[i])], blockOf), output);
    }

    // Whatever title stands beside the numbers of pages.
    private static TitleChain Numbered(string text, List<TitleBlock> blocks, int[] blockOf) =>
        Weigh(text, blocks, blockOf, [.. Enumerable.Range(0, blockOf.Length).Where(i => blocks[blockOf[i]].Numbers.FormEvidence > 0)], TitleEvidence.OfNumbered);

    private static TitleChain Weigh(string text, List<TitleBlock> blocks, int[] blockOf, List<int> lines, Func<string, List<TitleBlock>, double> evidence)
    {
        List<int> numbers = [.. lines.Select(i => blockOf[i]).Distinct()];
        List<TitleBlock> chain = numbers.ConvertAll(number => blocks[number]);
        return new TitleChain(lines, numbers, chain, evidence(text, chain));
    }

    private static IEnumerable<int> TitlesOf(string text, TitleChain chain, int[] blockOf) =>
        TitleEvidence.BeginsWithHeading(text, chain.Blocks) ? chain.Lines.Where(i => blockOf[i] != chain.Numbers[0]) : chain.Lines;

    // 来源：人民日报 is said of each article of a collection; where lines are broken, a sentence that is said again may be broken
    // at the same places.
    private static bool IsOther(string text, RepeatedLine line, StageOutput output) =>
        text.AsSpan(line.Start, Math.Min(LongestLabel, line.End - line.Start)).IndexOfAny('：', ':') >= 0
        || (output.LayoutOf(text) is { HasWidth: true } layout && PageLayout.EndsFullLine(text, line.End, layout));
}
