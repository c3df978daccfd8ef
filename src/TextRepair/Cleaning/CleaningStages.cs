namespace TextRepair.Cleaning;

/// <summary>The rules of cleaning, in their order.</summary>
internal static class CleaningStages
{
    /// <summary>Makes the rules that the options ask for.</summary>
    public static IReadOnlyList<IStage> Create(TextRepairOptions options)
    {
        var rules = new List<IStage>();
        if (options.Kinds.Contains(EditKind.Width)) AddForms(options.CharacterForms, rules);
        if (options.Kinds.Contains(EditKind.Layout))
        {
            ContinuityModel continuity = ContinuityModel.Load();
            rules.Add(new SpacedTextStage());
            rules.Add(new BoilerplateStage(continuity));
            rules.Add(new RunningTitleStage(continuity));
            rules.Add(new PageMarkStage(continuity));
            rules.Add(new PageStage(continuity, options));
        }
        return rules;
    }

    private static void AddForms(CharacterForms forms, List<IStage> rules)
    {
        const CharacterForms OneByOne = CharacterForms.Invisible | CharacterForms.Compatibility | CharacterForms.FullWidth;
        if ((forms & OneByOne) != 0) rules.Add(new CharacterStage(forms));
        if ((forms & (CharacterForms.Punctuation | CharacterForms.Doubled)) != 0) rules.Add(new PunctuationStage(forms));
        if ((forms & CharacterForms.Mixed) != 0) rules.Add(new MixedPunctuationStage());
        if ((forms & CharacterForms.Pinyin) != 0) rules.Add(new PinyinStage());
    }
}
