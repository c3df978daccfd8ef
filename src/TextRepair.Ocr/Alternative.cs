namespace TextRepair.Ocr;

/// <summary>Something else that may have stood where a token stands.</summary>
/// <param name="Token">Which token of the text.</param>
/// <param name="Id">The number of the other character, or <see cref="Deletion"/>.</param>
/// <param name="Channel">−ln P(read | printed) in steps of 1/<see cref="LanguageModel.Scale"/> nat, or <see cref="Unlisted"/>.</param>
/// <param name="Before">What the token and the three after it cost as they stand, in the same steps.</param>
/// <param name="After">What they cost with the other character.</param>
/// <param name="Rival">The best <see cref="Rank"/> of another alternative of the token; 0 where none is better than what was read.</param>
/// <param name="Suspects">How many of the three tokens on either side are improbable too.</param>
internal readonly record struct Alternative(int Token, ushort Id, int Channel, int Before, int After, int Suspects, int Rival = 0)
{
    /// <summary>Stands for no character at all.</summary>
    public const ushort Deletion = ushort.MaxValue;

    /// <summary>The channel of a character that only the context proposes.</summary>
    public const int Unlisted = -1;

    // Rare confusions are rarer than the model of looks believes. What is not among the likely ones is dearer than all of them.
    private const int ChannelPercent = 150;
    private const int UnlistedPrice = 27 * LanguageModel.Scale / 2;

    /// <summary>Gets whether nothing stood there.</summary>
    public bool IsDeletion => Id == Deletion;

    /// <summary>Gets whether only the context proposes it.</summary>
    public bool IsUnlisted => Channel == Unlisted;

    /// <summary>Gets what the text costs less with it.</summary>
    public int Gain => Before - After;

    /// <summary>Gets the gain after the misreading is paid, by which alternatives of one place are compared before they are judged.</summary>
    public int Rank => Gain - Price(Channel);

    /// <summary>Gets what a misreading costs.</summary>
    public static int Price(int channel) => channel == Unlisted ? UnlistedPrice : channel * ChannelPercent / 100;
}
