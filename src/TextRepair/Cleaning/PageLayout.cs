namespace TextRepair.Cleaning;

/// <summary>The lines of a text that was set on pages, and how wide a full line is.</summary>
/// <param name="Lines">The lines, empty ones left out.</param>
/// <param name="Width">The columns of a full line; of the longest one where the lines have no width in common.</param>
/// <param name="HasWidth">Whether the lines have a width in common.</param>
/// <param name="Indent">How many columns first lines of paragraphs are shorter than others: the reader lost their indent.</param>
/// <param name="HasOrderlyBlanks">Whether empty lines stand between paragraphs and hardly anywhere else.</param>
internal sealed record PageLayout(List<TextLine> Lines, int Width, bool HasWidth, int Indent, bool HasOrderlyBlanks)
{
    private const int FewestFull = 3;
    private const int MostBeyond = 12;
    private const int Narrowest = 24, Widest = 140;

    // Proportional Latin and lost characters make full lines differ by this much.
    private const int Tolerance = 4;

    /// <summary>Measures a text.</summary>
    /// <returns><see langword="null"/> where there are no two lines.</returns>
    public static PageLayout? Read(ReadOnlySpan<char> text) => Read(text, []);

    /// <summary>Measures a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lines">An empty list, which receives its lines; the layout keeps it.</param>
    /// <returns><see langword="null"/> where there are no two lines.</returns>
    public static PageLayout? Read(ReadOnlySpan<char> text, List<TextLine> lines)
    {
        TextLine.Split(text, lines);
        if (lines.Count < 2) return null;
        int width = MeasureWidth(lines);
        if (width == 0) return new PageLayout(lines, lines.Max(line => line.Columns), false, 0, HasOrder(text, lines));
        return new PageLayout(lines, width, true, MeasureIndent(text, lines, width), HasOrder(text, lines));
    }

    /// <summary>Gets a value indicating whether lines may be broken ones: what was cleaned up has no width and no empty lines.</summary>
    public bool MayBeBroken => HasWidth || Lines.Exists(line => line.AfterBlank);

    /// <summary>Tells whether what ends at a place is a full line of a page.</summary>
    /// <param name="text">The text.</param>
    /// <param name="end">The place.</param>
    /// <param name="layout">The layout of the text.</param>
    public static bool EndsFullLine(ReadOnlySpan<char> text, int end, PageLayout? layout)
    {
        if (layout is not { HasWidth: true }) return false;
        int from = Math.Max(0, end - Widest), start = from + text[from..end].LastIndexOf('\n') + 1;
        return TextLine.ColumnsOf(text[start..end]) is var columns && columns <= layout.Width && columns >= layout.Width - (2 * Tolerance);
    }

    /// <summary>Tells whether a line looks like the first one of its paragraph.</summary>
    public bool IsFirst(ReadOnlySpan<char> text, int line) => IsFirst(text, Lines, Width, line);

    private static bool IsFirst(ReadOnlySpan<char> text, List<TextLine> lines, int width, int line) =>
        line == 0 || lines[line].AfterBlank || (LineEnd.Of(text, lines[line - 1]) == LineEnd.Sentence && lines[line - 1].Columns < width - 6);

    private static int MeasureIndent(ReadOnlySpan<char> text, List<TextLine> lines, int width)
    {
        int shorter = 0, full = 0;
        for (int i = 0; i + 1 < lines.Count; i++)
        {
            if (!IsFirst(text, lines, width, i) || LineEnd.Of(text, lines[i]) is not (LineEnd.Han or LineEnd.Comma)) continue;
            int room = width - lines[i].Columns;
            if (room is >= 3 and <= 6) shorter++;
            else if (room < 3) full++;
        }
        return shorter > full ? 4 : 0;
    }

    // The width that most lines come near to, and hardly any goes beyond; of two equally frequent ones the larger.
    private static int MeasureWidth(List<TextLine> lines)
    {
        Span<int> counts = stackalloc int[Widest + 1];
        counts.Clear();
        int beyond = 0;
        foreach (TextLine line in lines)
        {
            if (line.Columns > Widest) beyond++;
            else counts[line.Columns]++;
        }
        int best = 0, most = 0;
        for (int width = Widest; width >= Narrowest; width--)
        {
            int near = 0;
            for (int k = 0; k <= Tolerance; k++) near += counts[width - k];
            if (near > most && counts[width] > 0 && beyond * MostBeyond <= lines.Count) (best, most) = (width, near);
            if (width + Tolerance <= Widest) beyond += counts[width + Tolerance];
        }
        return most >= FewestFull && most * 4 >= lines.Count ? best : 0;
    }

    private static bool HasOrder(ReadOnlySpan<char> text, List<TextLine> lines)
    {
        int blanks = 0, afterEnd = 0;
        for (int i = 1; i < lines.Count; i++)
        {
            if (!lines[i].AfterBlank) continue;
            blanks++;
            if (LineEnd.Of(text, lines[i - 1]) == LineEnd.Sentence) afterEnd++;
        }
        return blanks > 0 && afterEnd * 3 >= blanks * 2;
    }
}
