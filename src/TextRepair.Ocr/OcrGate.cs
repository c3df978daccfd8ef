namespace TextRepair.Ocr;

/// <summary>How sure a mode must be: turns weights into log-odds.</summary>
/// <param name="PriorErrors">How many sure misreadings are taken for granted in a document that shows none.</param>
/// <param name="Threshold">The weight from which on edits are made at the default confidence.</param>
internal sealed record OcrGate(double PriorErrors, double Threshold)
{
    // Repairers take candidates from four in five on. An edit that stands exactly at the gate passes on every machine.
    private const double RoundingMargin = 1e-9;
    private static readonly double FourInFive = Math.Log(4) + RoundingMargin;

    /// <summary>Gets the gate of a mode.</summary>
    /// <remarks>
    /// The weights are honest: at 0, one edit in two is right. The gates stand below four in five because whoever asks for
    /// a mode says that the text is damaged; all edits above the gate together are right nine times in ten.
    /// </remarks>
    public static OcrGate For(OcrMode mode) => mode == OcrMode.Thorough ? new(0.05, -0.4) : new(0.01, 0.3);

    /// <summary>Turns a weight into log-odds.</summary>
    public double LogOdds(double weight) => FourInFive + weight - Threshold;
}
