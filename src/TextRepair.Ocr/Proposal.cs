namespace TextRepair.Ocr;

/// <summary>The best alternative of a place, and the log-odds for it before the document is heard.</summary>
internal readonly record struct Proposal(Alternative Alternative, double LogOdds);
