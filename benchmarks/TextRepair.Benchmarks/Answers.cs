namespace TextRepair.Benchmarks;

/// <summary>Verifies answers before anything is timed: a fast wrong answer is worth nothing.</summary>
internal static class Answers
{
    /// <summary>Stops unless clean documents come back as they are; misprints of a corpus may be repaired in one document of a hundred.</summary>
    public static void CheckClean(TextRepairer repairer, string[] documents)
    {
        int changed = documents.Count(document => !ReferenceEquals(repairer.Repair(document).Text, document));
        Demand(changed <= documents.Length / 100, $"{changed} of {documents.Length} clean documents were changed");
    }

    /// <summary>Stops unless most of the damage is repaired and edits say what was done.</summary>
    public static void CheckDamaged(TextRepairer repairer, string[] damaged)
    {
        int touched = 0;
        foreach (string document in damaged)
        {
            RepairResult result = repairer.Repair(document);
            CheckEdits(result);
            if (result.Edits.Count > 0) touched++;
        }
        Demand(touched >= damaged.Length / 2, $"only {touched} of {damaged.Length} damaged documents were repaired");
    }

    /// <summary>Stops unless edits give the text.</summary>
    public static void CheckEdits(RepairResult result) => Demand(result.Edits.ApplyTo(result.Original) == result.Text, "edits do not give the text");

    /// <summary>Stops unless blind replacements agree on a text without words that overlap.</summary>
    public static void CheckBlind(Baselines baselines)
    {
        const string Text = "本着原那么办事，到达目标，为经济开展效劳。";
        Demand(baselines.Chain(Text) == baselines.Alternation(Text) && baselines.Search(Text) == baselines.Alternation(Text), "blind replacements differ");
    }

    /// <summary>Stops a benchmark whose answer is wrong.</summary>
    public static void Demand(bool holds, string otherwise)
    {
        if (!holds) throw new InvalidOperationException($"Not measured: {otherwise}.");
    }
}
