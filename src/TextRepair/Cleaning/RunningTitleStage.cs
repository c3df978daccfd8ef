using TextRepair.Models;

namespace TextRepair.Cleaning;

/// <summary>Takes running titles out that copying left between the pages of a text, with the page numbers beside them.</summary>
/// <remarks>
/// A heading, a refrain or the head of a table comes again too. But the text ends before it and begins anew after it, where a
/// page ends anywhere: all places of one line are weighed together, by whether the text runs on across them.
/// </remarks>
internal sealed class RunningTitleStage(ContinuityModel continuity) : IStage
{
    // Three pages of ten end with a paragraph, where a heading could stand as well: that says log 0.3 and no less.
    private const double LargestEvidence = 4, LeastEvidence = -1.2;
    private const double Ascending = 1;
    private const double NeededEvidence = 6, NeededMean = 0.6;
    private const double LeastOfFew = 0.8, NeededOfFew = 4.5;

    // Below this the title stands at the end of a paragraph; a heading of the text that says the same does too.
    private const double RunsOn = 0.5;

    // The model takes both to be equally frequent; few pages end with a paragraph.
    private const double ParagraphEnd = -1.5;

    // Lines of verse and cells of a table have no more than this on both sides.
    private const int ShortestSides = 30;
    private const int LongestMark = 12;

    /// <inheritdoc/>
    public void Run(string text, StageOutput output)
    {
        if (!RepeatedLines.MayBeIn(text, output.AnchorsOf(text))) return;
        List<TextLine> lines = TextLine.Split(text);
        int[] groupOf = RepeatedLines.Group(text, lines, out List<List<int>> groups);
        List<TitleBlock> blocks = FindBlocks(text, lines, groupOf, out int[] blockOf);
        var trusted = new SortedSet<int>();
        foreach (List<int> group in groups)
            if (group.Count >= RepeatedLines.Fewest && groupOf[group[0]] >= 0) Judge(text, [.. group.Select(line => blockOf[line]).Distinct()], blocks, trusted);
        if (trusted.Count == 0) return;
        PageLayout? layout = PageLayout.Read(text);
        foreach (int block in trusted) Remove(text, blocks[block], layout, output);
    }

    // Maximal runs of titles and page numbers.
    private List<TitleBlock> FindBlocks(string text, List<TextLine> lines, int[] groupOf, out int[] blockOf)
    {
        var blocks = new List<TitleBlock>();
        blockOf = new int[lines.Count];
        for (int i = 0; i < lines.Count; i++)
        {
            if (!IsFurniture(text, lines[i], groupOf[i])) continue;
            int first = i;
            bool hasTitle = groupOf[i] >= 0;
            while (i + 1 < lines.Count && IsFurniture(text, lines[i + 1], groupOf[i + 1])) hasTitle |= groupOf[++i] >= 0;
            if (!hasTitle) continue;
            blockOf.AsSpan(first..(i + 1)).Fill(blocks.Count);
            blocks.Add(Read(text, lines, first, i));
        }
        return blocks;
    }

    private static bool IsFurniture(string text, TextLine line, int group) => group >= 0 || PageLine.Parse(text.AsSpan(line.Start, line.End - line.Start)) is not null;

    private TitleBlock Read(string text, List<TextLine> lines, int first, int last)
    {
        int start = first == 0 ? 0 : lines[first - 1].End, end = last + 1 == lines.Count ? text.Length : lines[last + 1].Start;
        double evidence = 0;
        if (first > 0 && last + 1 < lines.Count)
        {
            int sides = lines[first - 1].End - lines[first - 1].Start + lines[last + 1].End - lines[last + 1].Start;
            double score = Math.Clamp(continuity.Score(text, start, end), LeastEvidence, LargestEvidence);
            evidence = sides < ShortestSides || !HasHan(text, start, end) ? Math.Min(score, 0) : score;
        }
        return new TitleBlock(start, end, evidence, FormEvidence(text, lines, first, last), Numbers(text.AsSpan(lines[first].Start, lines[last].End - lines[first].Start)));
    }

    // 第3页 and - 3 - say that they number pages; 3 and 3/12 may number anything.
    private static double FormEvidence(string text, List<TextLine> lines, int first, int last)
    {
        double most = 0;
        for (int i = first; i <= last; i++)
            if (PageLine.Parse(text.AsSpan(lines[i].Start, lines[i].End - lines[i].Start)) is var (_, form)) most = Math.Max(most, new PageMarkForm('\n', form, WholeLine: true).Evidence);
        return most;
    }

    // The model of continuity knows Chinese and no other text.
    private static bool HasHan(string text, int start, int end)
    {
        const int Reach = 12;
        return text.AsSpan(Math.Max(0, start - Reach), Math.Min(Reach, start)).IndexOfAnyInRange('\u4e00', '\u9fff') >= 0
            && text.AsSpan(end, Math.Min(Reach, text.Length - end)).IndexOfAnyInRange('\u4e00', '\u9fff') >= 0;
    }

    private static (int First, int Last) Numbers(ReadOnlySpan<char> block)
    {
        const int Most = 100_000;
        int first = 0, last = 0;
        for (int i = 0; i < block.Length; i++)
        {
            if (!char.IsAsciiDigit(block[i])) continue;
            last = 0;
            for (; i < block.Length && char.IsAsciiDigit(block[i]); i++) last = Math.Min(Most, (last * 10) + block[i] - '0');
            if (first == 0) first = last;
        }
        return (first, last);
    }

    private static void Judge(string text, List<int> chain, List<TitleBlock> all, SortedSet<int> trusted)
    {
        if (StandInOneText(text, chain, all)) return;
        bool ascends = Ascends(chain, all);
        double sum = 0, least = double.MaxValue;
        int weighed = 0;
        foreach (int i in chain)
        {
            TitleBlock block = all[i];
            // The first may be the heading that the running title repeats.
            if (block.Evidence == 0 || (weighed == 0 && i == chain[0] && block.Evidence < RunsOn)) continue;
            double evidence = block.Evidence + (ascends ? Ascending + block.FormEvidence : 0);
            (sum, least, weighed) = (sum + evidence, Math.Min(least, evidence), weighed + 1);
        }
        if (weighed < RepeatedLines.Fewest - 1 || sum < (least >= LeastOfFew ? NeededOfFew : NeededEvidence) || sum < NeededMean * weighed) return;
        for (int i = 0; i < chain.Count; i++)
            if (i > 0 || all[chain[0]].Evidence >= RunsOn || (all[chain[0]].Start > 0 && Follows(all[chain[0]].Numbers, all[chain[1]].Numbers))) trusted.Add(chain[i]);
    }

    // A paragraph that is said again has the same lines again; what stands beside a running title differs from page to page.
    private static bool StandInOneText(string text, List<int> chain, List<TitleBlock> all)
    {
        const int Beside = 6;
        HashSet<string> left = new(StringComparer.Ordinal), right = new(StringComparer.Ordinal);
        int again = 0;
        foreach (int i in chain)
        {
            bool isNew = left.Add(text[Math.Max(0, all[i].Start - Beside)..all[i].Start]);
            if (!right.Add(text[all[i].End..Math.Min(text.Length, all[i].End + Beside)]) || !isNew) again++;
        }
        return again * 2 >= chain.Count - 1;
    }

    // A page, or two where titles alternate, from one to the next.
    private static bool Ascends(List<int> chain, List<TitleBlock> all)
    {
        int first = 0, last = 0;
        for (int i = 1; i < chain.Count; i++)
        {
            ((int First, int Last) before, (int First, int Last) here) = (all[chain[i - 1]].Numbers, all[chain[i]].Numbers);
            if (here.First - before.First is 1 or 2) first++;
            if (here.Last - before.Last is 1 or 2) last++;
        }
        return chain.Count > 1 && Math.Max(first, last) * 5 >= (chain.Count - 1) * 4;
    }

    private static bool Follows((int First, int Last) before, (int First, int Last) here) =>
        here.First - before.First is 1 or 2 || here.Last - before.Last is 1 or 2;

    private void Remove(string text, TitleBlock block, PageLayout? layout, StageOutput output)
    {
        bool isInside = block.Start > 0 && block.End < text.Length;
        bool runsOn = isInside && RunsOnAcross(text, block);
        int end = block.End;
        // The indent of a paragraph is its own.
        if (!runsOn) while (end > block.Start && text[end - 1] is ' ' or '\u3000' or '\t') end--;
        // Whether broken lines are joined is decided for all of them.
        string remains = !isInside ? "" : !runsOn || PageLayout.EndsFullLine(text, block.Start, layout) ? "\n" : Between(text, block.Start, block.End);
        output.Edits.Add(new TextEdit(block.Start, text[block.Start..end], remains, EditKind.Layout, 0.97, "running-title", "a line that stands between pages, again and again, and the text runs on across it"));
    }

    private bool RunsOnAcross(string text, TitleBlock block)
    {
        bool ends = Characters.EndsSentence(text[block.Start - 1]);
        if (ends && LineStart.IsMarked(text, new TextLine(block.End, Math.Min(text.Length, block.End + LongestMark), 0, 0, false))) return false;
        return continuity.Score(text, block.Start, block.End) > (ends ? RunsOn : ParagraphEnd);
    }

    // The page may have ended at a space beside a Latin word.
    private static string Between(string text, int start, int end)
    {
        char left = text[start - 1], right = text[end];
        bool isLatin = char.IsAsciiLetterOrDigit(left), isBeforeLatin = char.IsAsciiLetterOrDigit(right), hadSpace = text[start] == ' ' || text[end - 1] == ' ';
        return (isLatin && isBeforeLatin) || (hadSpace && (isLatin || isBeforeLatin)) ? " " : "";
    }
}
