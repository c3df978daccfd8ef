using System.Buffers;
using TextRepair.Models;

namespace TextRepair.Cleaning;

/// <summary>Takes out consecutive numbers that were driven into the text where it was cut into pages or chunks.</summary>
/// <remarks>
/// A mark looks like the number of a list item: "2、" at the start of a line. What tells the two apart is the text around
/// it: a mark stands in mid sentence, and marks keep a regular distance. All candidates of one form are therefore weighed
/// together, as one ascending sequence; what belongs to other sequences (the real lists) is left alone.
/// </remarks>
internal sealed class PageMarkStage(ContinuityModel continuity) : IStage
{
    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\r\n\u3000\u00a0\f");

    private const int FewestOfForm = 2;
    private const int ShortestDistance = 100;
    private const double LargestEvidence = 4;
    private const double SkipCost = 2;
    private const double NeededEvidence = 6;
    private const double LeastOfFew = 0.8, NeededOfFew = 4.5;
    private const double NeededMean = 0.9;

    // The model takes both to be equally frequent; few pages end with a paragraph.
    private const double ParagraphEnd = -1.5;

    private readonly Pool<PageMarkWorkspace> _workspaces = new(() => new PageMarkWorkspace());

    /// <inheritdoc/>
    public void Run(string text, StageOutput output)
    {
        PageMarkWorkspace workspace = _workspaces.Take();
        PageMarkScanner.Find(text, output.AnchorsOf(text), workspace.Marks);
        if (workspace.Marks.Count >= FewestOfForm) Judge(text, workspace, output);
        workspace.Clear();
        if (workspace.IsSmall) _workspaces.Give(workspace);
    }

    private void Judge(string text, PageMarkWorkspace workspace, StageOutput output)
    {
        foreach (PageMark mark in workspace.Marks) if (!workspace.Forms.Contains(mark.Form)) workspace.Forms.Add(mark.Form);
        foreach (PageMarkForm form in workspace.Forms)
        {
            workspace.Choose(form);
            if (workspace.OfForm.Count < FewestOfForm) continue;
            FindChain(text, workspace);
            if (IsTrusted(text, workspace.Chain, workspace.OfForm.Count)) Remove(text, PageMarkGaps.Fill(workspace.Chain, workspace.OfForm), output);
        }
        if (output.HasEdits) DropOverlaps(output.Edits);
    }

    // The best chain of ascending numbers. For every number the best chain that ends in it so far is enough: linear time.
    private void FindChain(string text, PageMarkWorkspace workspace)
    {
        List<PageMark> marks = workspace.OfForm, chain = workspace.Chain;
        List<(double Score, int Previous)> links = workspace.Links;
        Dictionary<int, int> ends = workspace.Ends;
        links.Clear();
        ends.Clear();
        int best = 0;
        for (int i = 0; i < marks.Count; i++)
        {
            double own = Evidence(text, marks[i]);
            (double score, int previous) = (own, -1);
            for (int step = 1; step <= 2; step++)
            {
                if (!ends.TryGetValue(marks[i].Number - step, out int j)) continue;
                double through = own + links[j].Score - ((step - 1) * SkipCost);
                if (through > score || (step == 1 && previous < 0 && links[j].Score > 0)) (previous, score) = (j, through);
            }
            links.Add((score, previous));
            if (!ends.TryGetValue(marks[i].Number, out int other) || score > links[other].Score) ends[marks[i].Number] = i;
            if (score > links[best].Score) best = i;
        }
        chain.Clear();
        for (int i = best; i >= 0; i = links[i].Previous) chain.Add(marks[i]);
        chain.Reverse();
    }

    // The model of continuity knows Chinese and no other text: between Latin cells of a table it has nothing to say.
    private double Evidence(string text, PageMark mark) =>
        IsChineseBeside(text, mark)
            ? Math.Clamp(continuity.Score(text, mark.Start, mark.End), -LargestEvidence, LargestEvidence) + mark.Form.Evidence
            : -LargestEvidence;

    private static bool IsChineseBeside(string text, PageMark mark)
    {
        int before = text.AsSpan(0, mark.Start).LastIndexOfAnyExcept(Blanks), after = text.AsSpan(mark.End).IndexOfAnyExcept(Blanks) + mark.End;
        if (before < 0 || after < mark.End) return false;
        if (Characters.IsHan(text[before]) || Characters.IsHan(text[after])) return true;
        // 第3⏎3、3条: a figure was cut in two.
        return Joint.HasHanBeside(text, before, after);
    }

    private bool IsTrusted(string text, List<PageMark> chain, int candidates)
    {
        if (chain.Count < (IsEvenFromStart(chain) ? 2 : chain[0].Form.Fewest)) return false;
        if (chain[0].Form.Evidence == 0 && chain[^1].Start - chain[0].Start < ShortestDistance * (chain.Count - 1)) return false;
        // The best of many looks better than it is: lists that begin anew offer every number several times.
        double mean = NeededMean + Math.Log((double)candidates / chain.Count);
        double sum = Regularity(chain), least = double.MaxValue;
        foreach (PageMark mark in chain)
        {
            double evidence = Evidence(text, mark);
            sum += evidence;
            least = Math.Min(least, evidence);
        }
        return sum >= (least >= LeastOfFew ? NeededOfFew : NeededEvidence) && sum >= mean * chain.Count;
    }

    // The text before the first mark is as long as that between the marks: a list does not begin like that.
    private static bool IsEvenFromStart(List<PageMark> chain)
    {
        if (chain.Count < 2 || chain[0].Number != 2 || chain[1].Number != 3) return false;
        int first = chain[0].Start, second = chain[1].Start - chain[0].End;
        return first >= 2 * ShortestDistance && Math.Abs(first - second) * 4 <= first;
    }

    // Chunks of one length are a machine's work; items of a list hardly ever agree to the character.
    private static double Regularity(List<PageMark> chain)
    {
        int equal = 0;
        for (int i = 2; i < chain.Count; i++)
            if (Math.Abs(chain[i].Start - chain[i - 1].End - (chain[i - 1].Start - chain[i - 2].End)) <= 1) equal++;
        return equal >= 2 ? 3 * equal : 0;
    }

    private void Remove(string text, List<PageMark> chain, StageOutput output)
    {
        string reason = $"{chain.Count} numbers from {chain[0].Number} to {chain[^1].Number} stand in mid sentence, in one ascending sequence over the document";
        if (chain[0].Number == 2 && PageMarkScanner.AtStart(text, chain[0].Form) is { } first) Remove(text, first, reason, output);
        foreach (PageMark mark in chain) Remove(text, mark, reason, output);
    }

    // Lines of numbers right after one another claim the same break.
    private static void DropOverlaps(List<TextEdit> edits)
    {
        edits.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.Length.CompareTo(b.Length));
        int end = 0;
        edits.RemoveAll(edit =>
        {
            bool overlaps = edit.Start < end;
            if (!overlaps) end = Math.Max(end, edit.End);
            return overlaps || edit.Original == edit.Replacement;
        });
    }

    private void Remove(string text, PageMark mark, string reason, StageOutput output) =>
        output.Edits.Add(new TextEdit(mark.Start, text[mark.Start..mark.End], Remains(text, mark), EditKind.Layout, 0.99, "page-mark", reason));

    // A page may end where a paragraph ends: then the break before the mark is a real one.
    private string Remains(string text, PageMark mark)
    {
        if (!mark.Form.WholeLine || mark.Start == 0 || mark.End == text.Length) return "";
        ReadOnlySpan<char> taken = text.AsSpan(mark.Start, mark.End - mark.Start);
        bool runsOn = continuity.Score(text, mark.Start, mark.End) > ParagraphEnd;
        if (runsOn) return (taken[0] == ' ' || taken[^1] == ' ') && (char.IsAscii(text[mark.Start - 1]) || char.IsAscii(text[mark.End])) ? " " : "";
        return taken[..(taken.IndexOfAnyExcept(Blanks) + 1)].Count('\n') > 1 && HasEmptyLineAfter(taken) ? "\n\n" : "\n";
    }

    private static bool HasEmptyLineAfter(ReadOnlySpan<char> taken) =>
        taken[taken.LastIndexOfAnyExcept(Blanks)..].Count('\n') > 1;
}
