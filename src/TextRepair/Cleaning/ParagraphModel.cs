namespace TextRepair.Cleaning;

/// <summary>Tells whether a paragraph of a scanned page goes on in the next line.</summary>
/// <remarks>
/// A line that is full and ends in mid sentence goes on; a short one that ends a sentence does not. The steps between are
/// weighed by a linear model of few weights, fitted to pages with their truth (<c>ParagraphTrainer</c> prints them anew).
/// </remarks>
internal sealed class ParagraphModel(ContinuityModel continuity)
{
    /// <summary>The number of classes of free room at the end of a line.</summary>
    public const int Rooms = 6;

    /// <summary>The number of features.</summary>
    public const int Count = (LineEnd.Count * Rooms) + (Blanks * Rooms) + 4;

    private const int Blanks = 4;
    private const double LargestContinuity = 6;

    private static readonly double[] Weights =
    [
        // The end of the line (a row) by the room it leaves (a column): the less room, the more it goes on.
        0.53, -0.12, -1.37, -1.84, -2.47, -2.34,
        -0.16, 1.86, -0.71, -0.25, 0.14, -0.41,
        1.12, -0.21, -0.03, -0.42, -0.69, 0.33,
        0.93, -0.86, -1.89, -0.35, -2.71, -1.29,
        1.50, 1.63, 0.31, 0.76, -0.23, -3.07,
        0.83, -0.17, 0.39, -0.10, 0.14, -0.36,

        // No empty line, without and with order in the empty lines of the page; an empty line, without and with order.
        2.27, 1.52, 0.53, 1.43, -1.05, -1.18,
        3.03, 2.01, 0.06, 2.72, -1.69, -2.66,
        -0.09, -0.56, -1.98, -3.63, -2.37, -1.80,
        -1.37, -0.86, -1.90, -2.69, -0.70, -1.63,

        // The next line begins an item; begins as no line may; is indented; the text runs on, by the model of continuity.
        -1.78, 1.61, -0.56, 0.68,
    ];

    /// <summary>Gets the log-odds that a line goes on in the next one.</summary>
    public double Score(ReadOnlySpan<char> text, PageLayout layout, int line)
    {
        Span<double> features = stackalloc double[Count];
        Read(text, layout, line, features);
        double score = 0;
        for (int i = 0; i < Count; i++) score += features[i] * Weights[i];
        return score;
    }

    /// <summary>Reads the features of the place between a line and the next one.</summary>
    public void Read(ReadOnlySpan<char> text, PageLayout layout, int line, Span<double> features)
    {
        TextLine before = layout.Lines[line], after = layout.Lines[line + 1];
        features.Clear();
        int end = LineEnd.Of(text, before), room = RoomOf(text, layout.Width - (layout.IsFirst(text, line) ? layout.Indent : 0), before, after);
        features[(end * Rooms) + room] = 1;
        int blank = (after.AfterBlank ? 2 : 0) + (layout.HasOrderlyBlanks ? 1 : 0);
        features[(LineEnd.Count * Rooms) + (blank * Rooms) + room] = 1;
        Span<double> rest = features[((LineEnd.Count + Blanks) * Rooms)..];
        rest[0] = LineStart.IsMarked(text, after) ? 1 : 0;
        rest[1] = LineStart.IsForbidden(text[after.Start]) ? 1 : 0;
        rest[2] = after.Indent > before.Indent ? 1 : 0;
        rest[3] = Math.Clamp(continuity.Score(text, before.End, after.Start), -LargestContinuity, LargestContinuity);
    }

    // How much more than the next line's first character or Latin word would have fitted.
    private static int RoomOf(ReadOnlySpan<char> text, int width, TextLine before, TextLine after)
    {
        int unit = after.Start;
        while (unit < after.End && char.IsAsciiLetterOrDigit(text[unit])) unit++;
        int free = width - before.Columns - Math.Clamp(unit - after.Start, 2, 20);
        return free switch { <= 0 => 0, <= 2 => 1, <= 4 => 2, <= 8 => 3, <= 16 => 4, _ => 5 };
    }
}
