namespace TextRepair.Pairing;

/// <summary>The rules of quotes and brackets, in their order.</summary>
internal static class PairingStages
{
    /// <summary>Makes the rules that the options ask for. Quotes that are not closed are reported in any case.</summary>
    public static IReadOnlyList<IStage> Create(TextRepairOptions options)
    {
        var rules = new List<IStage>();
        bool edits = options.Kinds.Contains(EditKind.Quote);
        if (edits && options.MinimumConfidence <= BracketStage.Confidence) rules.Add(new BracketStage());
        if (edits && options.MinimumConfidence <= TitleMarkStage.Confidence) rules.Add(new TitleMarkStage());
        rules.Add(new QuoteStage(QuoteModel.Load(), options, edits));
        return rules;
    }
}
