namespace TextRepair.Cleaning;

/// <summary>Decides whether a text is a scan where its layout leaves that open: by layout, misread characters, and what a clean-up would mend.</summary>
/// <remarks>The weights are fitted to scanned pages, with and without their furniture, against clean text wrapped by hand (<c>ScanTrainer</c> prints them anew).</remarks>
internal static class ScanVerdict
{
    /// <summary>The number of features.</summary>
    public const int Count = 8;

    private const double MostMisreadings = 4;
    private const int ShortestText = 200, UsualText = 500;

    private static readonly double[] Weights =
    [
        -1.07, // before any sign is seen
        0.92, // log-odds by layout
        3.27, // misread characters
        -2.57, // length of the text, logarithm
        1.78, // marks that a clean-up mends
        4.32, // dashes
        0.40, // lines of specks
        -1.16, // page furniture, which the layout counts, too
    ];

    /// <summary>Tells whether a text may be a scan, whatever a clean-up would mend and however much was misread.</summary>
    /// <param name="layout">The log-odds by its layout.</param>
    /// <param name="length">Its length, in UTF-16 code units.</param>
    public static bool MayBe(double layout, int length) =>
        Score(layout, MostMisreadings, length, EditList.Empty) + Weights[4] + Weights[5] + Weights[6] > 0;

    /// <summary>Tells whether a text is a scan.</summary>
    /// <param name="layout">The log-odds by its layout.</param>
    /// <param name="countMisreadings">Counts the characters that were surely misread, which takes a hundred times as long as all else; asked only where it matters.</param>
    /// <param name="length">Its length, in UTF-16 code units.</param>
    /// <param name="edits">What a clean-up would mend.</param>
    public static bool IsScan(double layout, Func<double> countMisreadings, int length, EditList edits)
    {
        double least = Score(layout, 0, length, edits);
        if (least > 0 || Score(layout, MostMisreadings, length, edits) <= 0) return least > 0;
        return Score(layout, countMisreadings(), length, edits) > 0;
    }

    /// <summary>Reads the signs.</summary>
    public static void Read(double layout, double misreadings, int length, EditList edits, Span<double> features)
    {
        features.Clear();
        features[0] = 1;
        features[1] = Math.Clamp(layout, -10, 2);
        features[2] = Math.Min(MostMisreadings, misreadings);
        features[3] = Math.Log((double)Math.Max(ShortestText, length) / UsualText);
        foreach (TextEdit edit in edits)
        {
            int sign = edit.Rule switch { "scan-punctuation" => 4, "scan-dash" => 5, "specks" => 6, "page-number" or "running-title" => 7, _ => 0 };
            features[sign] = 1;
        }
    }

    private static double Score(double layout, double misreadings, int length, EditList edits)
    {
        Span<double> features = stackalloc double[Count];
        Read(layout, misreadings, length, edits, features);
        double score = 0;
        for (int i = 0; i < Count; i++) score += features[i] * Weights[i];
        return score;
    }
}
