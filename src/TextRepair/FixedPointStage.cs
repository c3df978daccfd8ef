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
        EditList edits = Settle(text, output);
        if (edits.Count > 0) output.Edits.AddRange(edits);
    }

    /// <summary>Runs the stages.</summary>
    /// <param name="text">The text.</param>
    /// <param name="output">Receives findings and diagnosis; holds no edits, neither before nor afterwards.</param>
    /// <returns>What all rounds together change in the text.</returns>
    public EditList Settle(string text, StageOutput output)
    {
        int first = output.FindingCount;
        EditList edits = EditList.Empty;
        string repaired = text;
        for (int round = 0; round < MostRounds; round++)
        {
            string before = repaired;
            // Only the last round sees the text that is handed on: what was found before may be mended.
            output.ForgetFindings(first);
            foreach (IStage stage in stages) RunOne(stage, text, ref repaired, ref edits, output);
            if (!ReferenceEquals(before, repaired)) continue;
            if (edits.Count > 0) output.MoveFindings(first, edits);
            return edits;
        }
        output.ForgetFindings(first);
        Report(text, output);
        return EditList.Empty;
    }

    /// <summary>Runs one stage on what the stages before made of a text, and adds its edits to theirs.</summary>
    internal static void RunOne(IStage stage, string text, ref string repaired, ref EditList edits, StageOutput output)
    {
        stage.Run(repaired, output);
        if (!output.HasEdits) return;
        EditList next = EditList.Create(output.Edits);
        output.Edits.Clear();
        edits = edits.Then(text, next);
        repaired = next.ApplyTo(repaired);
    }

    // What is left as it was is reported as it is.
    private void Report(string text, StageOutput output)
    {
        foreach (IStage stage in stages)
        {
            stage.Run(text, output);
            if (output.HasEdits) output.Edits.Clear();
        }
    }
}
