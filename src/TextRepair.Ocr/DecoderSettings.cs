namespace TextRepair.Ocr;

/// <summary>How closely a <see cref="Decoder"/> looks; costs in steps of 1/<see cref="LanguageModel.Scale"/> nat.</summary>
internal static class DecoderSettings
{
    /// <summary>A token is looked at when it and the two after it cost more: one in ten of clean text, 97 misread ones in 100.</summary>
    public const int Gate = 16 * LanguageModel.Scale;

    /// <summary>How much better than its price that must read which only the context proposes.</summary>
    public const int LeastUnlistedRank = 4 * LanguageModel.Scale;

    /// <summary>What the context proposes must be usual there.</summary>
    public const int RarestUnlisted = 8 * LanguageModel.Scale;

    /// <summary>How much better a text must read without a character.</summary>
    public const int LeastDeletedGain = 4 * LanguageModel.Scale;

    /// <summary>How many alternatives of a place are judged.</summary>
    public const int Kept = 6;
}
