namespace TextRepair;

/// <summary>Runs stages in turn, again and again, until none of them has anything more to do.</summary>
/// <remarks>
/// One repair may lay another bare: a page number between two page marks, say. Going on to the fixed point makes repairing
/// twice the same as repairing once. A text that does not settle is left as it was, which is a fixed point too.
/// </remarks>
internal sealed class FixedPointStage(IReadOnlyList<IStage> stages) : IStage
{
    private const int MostRounds = 8;

    /// <inheritdoc/>
    public void Run(string text, StageOutput output)
    {
        EditList edits = EditList.Empty;
        string repaired = text;
        for (int round = 0; round < MostRounds; round++)
        {
            var findings = new List<Finding>();
            string before = repaired;
            foreach (IStage stage in stages) RunOne(stage, text, ref repaired, ref edits, findings);
            if (!ReferenceEquals(before, repaired)) continue;
            output.Edits.AddRange(edits);
            // The last round saw the text that is handed on; findings must speak of the text that came in.
            foreach (Finding finding in findings) output.Findings.Add(finding with { Start = edits.ToOriginal(finding.Start) });
            return;
        }
    }

    private static void RunOne(IStage stage, string text, ref string repaired, ref EditList edits, List<Finding> findings)
    {
        var output = new StageOutput();
        stage.Run(repaired, output);
        findings.AddRange(output.Findings);
        if (output.Edits.Count == 0) return;
        EditList next = EditList.Create(output.Edits);
        edits = edits.Then(text, next);
        repaired = next.ApplyTo(repaired);
    }
}
