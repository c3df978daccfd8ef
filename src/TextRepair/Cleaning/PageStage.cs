namespace TextRepair.Cleaning;

/// <summary>Restores text that was set on pages: scans are cleaned up, of other text only broken lines are joined.</summary>
/// <remarks>
/// A document is judged once, as it came: its broken lines and stray spaces are the evidence, and the first steps take them
/// away. Text whose lines are not wrapped is left after one look at them.
/// </remarks>
internal sealed class PageStage : IStage
{
    private readonly ScanEvidence _evidence;
    private readonly IStage[] _steps;
    private readonly LineJoinStage _lines;
    private readonly bool? _isScan;
    private readonly Func<string, double>? _misreadings;

    /// <summary>Makes the stage.</summary>
    /// <param name="continuity">The model of continuity.</param>
    /// <param name="options">The options.</param>
    public PageStage(ContinuityModel continuity, TextRepairOptions options)
    {
        (_isScan, _misreadings) = (options.IsScan, options.MisreadingCounter);
        _lines = new LineJoinStage(continuity);
        _evidence = new ScanEvidence(new ParagraphModel(continuity));
        _steps = Steps(continuity, options.Kinds);
    }

    private static IStage[] Steps(ContinuityModel continuity, ISet<EditKind> kinds)
    {
        var steps = new List<IStage> { new FurnitureStage(), new SpeckStage() };
        // Line ends say of a mark what stood there; brackets that a line break parts are paired when it is gone.
        if (kinds.Contains(EditKind.Width)) steps.AddRange([new ScanPunctuationStage(), new ScanBracketStage(), new ScanDashStage()]);
        steps.Add(new ParagraphStage(continuity));
        if (kinds.Contains(EditKind.Width)) steps.Add(new ScanBracketStage());
        steps.Add(new ScanSpaceStage());
        if (kinds.Contains(EditKind.Ocr)) steps.Add(new ScanNumberStage());
        return [.. steps];
    }

    /// <inheritdoc/>
    public void Run(string text, StageOutput output)
    {
        if (_isScan != true && !WrappedText.MayBe(text, output.AnchorsOf(text))) return;
        if (output.LayoutOf(text) is { } layout) Judge(text, layout, output);
    }

    private void Judge(string text, PageLayout layout, StageOutput output)
    {
        if (TryClean(text, layout) is { } edits) output.Edits.AddRange(edits);
        else _lines.Run(text, layout, output);
    }

    private EditList? TryClean(string text, PageLayout layout)
    {
        if (_isScan == false) return null;
        double score = 0;
        if (_isScan is null && !_evidence.MayBeScan(text, layout, out score)) return null;
        EditList edits = Clean(text, out string cleaned);
        Func<double>? misreadings = _misreadings is { } count ? () => count(cleaned) : null;
        return _isScan == true || ScanVerdict.IsScan(score, misreadings, text.Length, edits) ? edits : null;
    }

    private EditList Clean(string text, out string cleaned)
    {
        EditList edits = EditList.Empty;
        cleaned = text;
        var output = new StageOutput();
        foreach (IStage step in _steps) FixedPointStage.RunOne(step, text, ref cleaned, ref edits, output);
        return edits;
    }
}
