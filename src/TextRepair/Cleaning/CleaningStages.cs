namespace TextRepair.Cleaning;

/// <summary>The rules of cleaning, as one stage.</summary>
internal static class CleaningStages
{
    /// <summary>Makes the stage that does what the options ask for.</summary>
    /// <returns>One stage, or none where nothing is asked for.</returns>
    public static IEnumerable<IStage> Create(TextRepairOptions options)
    {
        var rules = new List<IStage>();
        if (options.Kinds.Contains(EditKind.Layout))
        {
            ContinuityModel continuity = ContinuityModel.Load();
            rules.Add(new PageMarkStage(continuity));
        }
        return rules.Count == 0 ? [] : [new FixedPointStage(rules)];
    }
}
