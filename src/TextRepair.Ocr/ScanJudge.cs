namespace TextRepair.Ocr;

/// <summary>Says whether a document was written by a reader of scans.</summary>
internal static class ScanJudge
{
    private const int ShortestDocument = 60;

    // Of 253 pages that are scans by a full look, three have a smaller share or number of characters that stand oddly.
    private const double CleanShare = 0.0122;
    private const int FewestOdd = 5;

    // Verse of the Tang has a share of 0.39 to 0.53, the worst of 142 pages that are scans 0.29: what is as strange as that is
    // another language, and nothing can be said of its characters.
    private const double ForeignShare = 1.0 / 3;

    // The probe finds fewer misreadings than a full look: at 0.5 it lets 241 of the 253 pages through to it, and 15 of
    // 11,354 clean texts, none of which is a scan by it.
    private const double ProbedMisreadings = 0.5;
    private const int LongestProbedStretch = 3000;

    // A text that long shows in a part of it whether it is a scan: of 65,536 characters of clean text none has more than 5
    // misreadings where 22 let it through, and a scan has three times as many.
    private const int LongText = 1 << 18, SampleLength = 1 << 16, SampleStretch = 1 << 12;
    private const double SureMisreadings = 3;
    private const int LongestStretch = 1000;

    /// <summary>Says, at a small part of the cost of a full look, that a text cannot be a scan.</summary>
    public static bool IsSurelyNoScan(string text, OcrModels models)
    {
        if (text.Length < ShortestDocument || (text.Length >= LongText && IsSurelyNoScan(Sample(text), models))) return true;
        (int han, int odd) = models.Language.Pairs.Count(text);
        if (odd < FewestOdd || odd < CleanShare * han || odd > ForeignShare * han) return true;
        var tokens = new TokenText(text, models.Language.Vocabulary);
        List<Alternative> alternatives = models.Probe.Find(text, tokens);
        // None counts for more than one misreading.
        if (alternatives.Count * (long)LongestProbedStretch < text.Length) return true;
        double found = new DocumentEvidence(new OcrReading(text, models, tokens, alternatives), 0).SureMisreadings;
        return found < ProbedMisreadings || found * LongestProbedStretch < text.Length;
    }

    /// <summary>Says whether enough different characters were surely misread.</summary>
    public static bool IsScan(DocumentEvidence evidence, int length) =>
        evidence.SureMisreadings >= SureMisreadings && evidence.SureMisreadings * LongestStretch >= length;

    // Stretches from everywhere in a text, evenly.
    private static string Sample(string text) => string.Create(SampleLength, text, static (sample, text) =>
    {
        const int Stretches = SampleLength / SampleStretch;
        for (int i = 0; i < Stretches; i++)
            text.AsSpan((int)((long)(text.Length - SampleStretch) * i / (Stretches - 1)), SampleStretch).CopyTo(sample[(i * SampleStretch)..]);
    });
}
