namespace TextRepair.Cleaning;

/// <summary>Decides whether a text is a scan: by its lines and marks, by misread characters, and by what a clean-up would mend.</summary>
/// <remarks>The weights are fitted together with those of <see cref="ScanEvidence"/> (<c>ScanTrainer</c> prints them anew).</remarks>
internal static class ScanVerdict
{
    /// <summary>The number of features.</summary>
    public const int Count = 3;

    private const double MostMisreadings = 4;

    private static readonly double[] Weights =
    [
        2.44, // misread characters
        1.31, // marks that a clean-up mends
        2.89, // dashes
    ];

    /// <summary>Tells whether a text is a scan.</summary>
    /// <param name="layout">The log-odds by its lines and marks.</param>
    /// <param name="countMisreadings">Counts the characters that were surely misread, which takes a hundred times as long as all else; asked only where it matters. Without it there are none.</param>
    /// <param name="length">The length of the text, in UTF-16 code units.</param>
    /// <param name="edits">What a clean-up would mend.</param>
    public static bool IsScan(double layout, Func<double>? countMisreadings, int length, EditList edits)
    {
        double least = Score(layout, 0, length, edits);
        if (countMisreadings is null || least > 0 || least + (MostMisreadings * Weights[0]) <= 0) return least > 0;
        return Score(layout, countMisreadings(), length, edits) > 0;
    }

    /// <summary>Reads the signs.</summary>
    public static void Read(double misreadings, int length, EditList edits, Span<double> features)
    {
        int marks = 0, dashes = 0;
        foreach (TextEdit edit in edits)
        {
            if (edit.Rule == "scan-punctuation") marks++;
            else if (edit.Rule == "scan-dash") dashes++;
        }
        features[0] = Math.Min(MostMisreadings, misreadings);
        features[1] = ScanEvidence.Rate(marks, length);
        features[2] = Math.Min(1, dashes);
    }

    private static double Score(double layout, double misreadings, int length, EditList edits)
    {
        Span<double> features = stackalloc double[Count];
        Read(misreadings, length, edits, features);
        for (int i = 0; i < Count; i++) layout += features[i] * Weights[i];
        return layout;
    }
}
