namespace TextRepair.Ocr;

/// <summary>How closely a <see cref="Decoder"/> looks; costs in steps of 1/<see cref="LanguageModel.Scale"/> nat.</summary>
/// <param name="Gate">A token is looked at when it and the two after it cost more than this.</param>
/// <param name="ChannelPercent">How much the channel counts, in percent: rare confusions are rarer than the model of looks believes.</param>
/// <param name="ErrorCost">What it costs that a character was misread at all.</param>
/// <param name="DeletionCost">What it costs that a reader put a character where none was.</param>
/// <param name="Slack">How much more an alternative may cost and still be kept for combinations.</param>
/// <param name="Beam">How many combinations are kept.</param>
internal sealed record DecoderSettings(int Gate, int ChannelPercent, int ErrorCost, int DeletionCost, int Slack, int Beam)
{
    /// <summary>Gets the settings of every mode but the thorough one.</summary>
    public static DecoderSettings Fast { get; } = new(Gate: 16 * 16, ChannelPercent: 150, ErrorCost: 2 * 16, DeletionCost: 11 * 16, Slack: 3 * 16, Beam: 6);

    /// <summary>Gets the settings of the thorough mode.</summary>
    public static DecoderSettings Thorough { get; } = new(Gate: 12 * 16, ChannelPercent: 150, ErrorCost: 2 * 16, DeletionCost: 11 * 16, Slack: 4 * 16, Beam: 12);
}
