namespace TextRepair.Streams;

/// <summary>Makes parts that touch each other of the repairs of windows that overlap.</summary>
/// <remarks>
/// An edit belongs to the stretch it starts in, and its window has the say on all it replaces. Used for one text, window after
/// window in order.
/// </remarks>
internal sealed class WindowStitcher
{
    private long _done; // where the last part ended in the text

    /// <summary>Takes the next window.</summary>
    /// <param name="window">The window.</param>
    /// <param name="result">Its repair, surroundings included.</param>
    public RepairedPart Take(TextWindow window, RepairResult result)
    {
        int start = (int)(_done - window.Position);
        List<TextEdit> edits = [.. result.Edits.Where(edit => edit.Start >= start && (edit.Start < window.To || window.IsLast))];
        int end = edits.Count > 0 ? Math.Max(window.To, edits[^1].End) : window.To;
        var part = new RepairedPart(_done, start == 0 && end == window.Text.Length ? result : Cut(result, start, end, edits));
        _done = window.Position + end;
        return part;
    }

    private static RepairResult Cut(RepairResult result, int start, int end, List<TextEdit> edits)
    {
        string original = result.Original[start..end];
        EditList moved = EditList.Create(edits.Select(edit => edit.MovedTo(edit.Start - start)));
        bool isLast = end == result.Original.Length;
        List<Finding> findings = [.. result.Findings
            .Where(finding => finding.Start >= start && (finding.Start < end || isLast))
            .Select(finding => finding with { Start = finding.Start - start })];
        return new RepairResult(original, moved.ApplyTo(original), moved, findings, result.Diagnosis);
    }
}
