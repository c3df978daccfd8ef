namespace TextRepair.Ocr;

/// <summary>How sure a mode must be: turns weights into log-odds.</summary>
/// <param name="Settings">How closely to look.</param>
/// <param name="PriorErrors">How many sure misreadings are taken for granted in a document that shows none.</param>
/// <param name="Threshold">The weight, in nats, at which an edit is right four times in five.</param>
internal sealed record OcrGate(DecoderSettings Settings, double PriorErrors, double Threshold)
{
    // Measured on development pages: an edit at the gate is right about four times in five, and for each two nats above it
    // more than twice as many edits are right for a wrong one. Repairers take candidates from four in five on.
    private const double Slope = 0.42;

    // An edit that stands exactly at the gate passes on every machine.
    private const double RoundingMargin = 1e-9;
    private static readonly double FourInFive = Math.Log(4) + RoundingMargin;

    /// <summary>Gets the gate of a mode.</summary>
    public static OcrGate For(OcrMode mode) =>
        mode == OcrMode.Thorough ? new(DecoderSettings.Thorough, 0.5, 0.9) : new(DecoderSettings.Fast, 0.012, 2);

    /// <summary>Turns a weight into log-odds.</summary>
    public double LogOdds(double weight) => FourInFive + Slope * (weight - Threshold);
}
