namespace TextRepair.Ocr;

/// <summary>One character that may have been misread, and what may have stood there.</summary>
/// <param name="Token">Which token of the text.</param>
/// <param name="Replacement">The number of the character to put there; <see cref="Deletion"/> where nothing stood.</param>
/// <param name="Gain">How much less the text costs with it, channel and prior paid, in steps of 1/<see cref="LanguageModel.Scale"/> nat.</param>
/// <param name="Channel">What the channel asks for it, in the same steps.</param>
/// <param name="Before">What the token and the three after it cost as they stand.</param>
/// <param name="After">What they cost with the replacement.</param>
internal readonly record struct Proposal(int Token, ushort Replacement, int Gain, int Channel, int Before, int After)
{
    /// <summary>Stands for no character at all.</summary>
    public const ushort Deletion = ushort.MaxValue;
}
