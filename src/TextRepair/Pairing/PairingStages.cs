namespace TextRepair.Pairing;

/// <summary>The rules of quotes and brackets, in their order.</summary>
internal static class PairingStages
{
    // Shared by all repairers: immutable, and not opened before a text comes in whose quotes do not pair up.
    private static readonly Lazy<QuoteModel> Model = new(QuoteModel.Load);

    /// <summary>Makes the rules that the options ask for. Quotes that are not closed are reported in any case.</summary>
    public static IReadOnlyList<IStage> Create(TextRepairOptions options)
    {
        var rules = new List<IStage>();
        bool edits = options.Kinds.Contains(EditKind.Quote);
        if (edits && options.MinimumConfidence <= BracketStage.Confidence) rules.Add(new BracketStage());
        if (edits && options.MinimumConfidence <= TitleMarkStage.Confidence) rules.Add(new TitleMarkStage());
        rules.Add(new QuoteStage(Model, options, edits));
        return rules;
    }
}
