namespace TextRepair;

/// <summary>Runs stages in turn, again and again, until none of them has anything more to do.</summary>
/// <remarks>
/// One repair may lay another bare: a page number between two page marks, say. Going on to the fixed point makes repairing
/// twice the same as repairing once. A text that does not settle is left as it was, which is a fixed point too.
/// </remarks>
/// <param name="stages">The stages, in their order.</param>
/// <param name="reports">Stages that find and never edit: they read the text that is handed on, once.</param>
internal sealed class FixedPointStage(IReadOnlyList<IStage> stages, IReadOnlyList<IStage> reports) : IStage
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
        int first = output.FindingCount, unread = stages.Count;
        Finding[] found = [];
        EditList edits = EditList.Empty;
        string repaired = text;
        for (int round = 0; round < MostRounds; round++)
        {
            // Only the last round sees the text that is handed on: what was found before may be mended.
            output.ForgetFindings(first);
            int changed = RunAll(unread, text, ref repaired, ref edits, output, out int behind);
            if (changed < 0)
            {
                if (found.Length > 0) output.Findings.AddRange(found);
                foreach (IStage report in reports) report.Run(repaired, output);
                if (edits.Count > 0) output.MoveFindings(first, edits);
                return edits;
            }
            // The stages behind the last one that changed something have read the text as it is now: what they found in it stays.
            (unread, found) = (changed + 1, output.FindingsFrom(behind));
        }
        output.ForgetFindings(first);
        Report(text, output);
        return EditList.Empty;
    }

    // Runs the stages that have not read the text, and once it changes all behind; tells which changed it last and how many
    // findings there were then.
    private int RunAll(int unread, string text, ref string repaired, ref EditList edits, StageOutput output, out int behind)
    {
        int changed = -1;
        behind = 0;
        for (int i = 0; i < stages.Count && (i < unread || changed >= 0); i++)
        {
            string before = repaired;
            RunOne(stages[i], text, ref repaired, ref edits, output);
            if (!ReferenceEquals(before, repaired)) (changed, behind) = (i, output.FindingCount);
        }
        return changed;
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
        foreach (IStage stage in stages.Concat(reports))
        {
            stage.Run(text, output);
            if (output.HasEdits) output.Edits.Clear();
        }
    }
}
