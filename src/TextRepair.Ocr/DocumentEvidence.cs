namespace TextRepair.Ocr;

/// <summary>What a document says of the alternatives found in it: where much was surely misread, more was.</summary>
internal sealed class DocumentEvidence
{
    // What the judge takes for granted: on the pages it was fitted to, one character in 250 is a misreading as sure as those counted here.
    private const double UsualRate = 0.004;

    // A short document says little of its own rate.
    private const double PriorLength = 600;

    // A misreading counts from these log-odds on, and fully two nats above.
    private const double LeastSure = 0.7;
    private const double SureRange = 2;

    private readonly OcrReading _reading;
    private readonly double _priorErrors;
    private readonly Dictionary<(char, ushort), double> _sure = [];

    /// <summary>Reads what was found.</summary>
    /// <param name="reading">The document.</param>
    /// <param name="priorErrors">How many sure misreadings are taken for granted in a document that shows none.</param>
    public DocumentEvidence(OcrReading reading, double priorErrors)
    {
        (_reading, _priorErrors) = (reading, priorErrors);
        foreach (Proposal proposal in reading.Proposals)
        {
            (char, ushort) pair = Pair(reading, proposal);
            _sure[pair] = Math.Max(_sure.GetValueOrDefault(pair), Math.Clamp((proposal.LogOdds - LeastSure) / SureRange, 0, 1));
        }
        foreach (double sure in _sure.Values) SureMisreadings += sure;
    }

    /// <summary>Gets how many different misreadings are surely in the document.</summary>
    public double SureMisreadings { get; }

    /// <summary>Weighs a proposal of this reading, or of a later one of the same document: its log-odds at the rate that the other misreadings show.</summary>
    /// <remarks>The same misreading elsewhere does not speak for itself: an odd name that is right stands many times.</remarks>
    public double Weigh(OcrReading reading, Proposal proposal)
    {
        double others = SureMisreadings - _sure.GetValueOrDefault(Pair(reading, proposal));
        double rate = (others + _priorErrors) / (_reading.Text.Length + PriorLength);
        return proposal.LogOdds + Math.Min(0, Math.Log(rate / UsualRate));
    }

    private static (char, ushort) Pair(OcrReading reading, Proposal proposal) => (reading.Text[reading.Start(proposal)], proposal.Alternative.Id);
}
