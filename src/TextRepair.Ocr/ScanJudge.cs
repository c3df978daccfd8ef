namespace TextRepair.Ocr;

/// <summary>Says whether a document was written by a reader of scans.</summary>
internal static class ScanJudge
{
    private const int ShortestDocument = 60;

    // Of 253 pages that are scans by a full look, three have a smaller share or number of characters that stand oddly.
    private const double CleanShare = 0.0122;
    private const int FewestOdd = 5;

    // The probe finds fewer misreadings than a full look: at 0.5 it lets 241 of the 253 pages through to it, and 15 of
    // 11,354 clean texts, none of which is a scan by it.
    private const double ProbedMisreadings = 0.5;
    private const int LongestProbedStretch = 3000;
    private const double SureMisreadings = 3;
    private const int LongestStretch = 1000;

    /// <summary>Says, at a small part of the cost of a full look, that a text cannot be a scan.</summary>
    public static bool IsSurelyNoScan(string text, OcrModels models)
    {
        if (text.Length < ShortestDocument) return true;
        (int han, int odd) = models.Language.Pairs.Count(text);
        if (odd < FewestOdd || odd < CleanShare * han) return true;
        double found = new DocumentEvidence(new OcrReading(text, models, probes: true), 0).SureMisreadings;
        return found < ProbedMisreadings || found * LongestProbedStretch < text.Length;
    }

    /// <summary>Says whether enough different characters were surely misread.</summary>
    public static bool IsScan(DocumentEvidence evidence, int length) =>
        evidence.SureMisreadings >= SureMisreadings && evidence.SureMisreadings * LongestStretch >= length;
}
