namespace TextRepair.Cleaning;

/// <summary>The numbers in the lines between two pages.</summary>
/// <param name="First">The first number, or that of the page where the form shows which it is; 0 where there is none.</param>
/// <param name="Last">The last number, or that of the page.</param>
/// <param name="FormEvidence">How much the form says that pages are numbered, in natural log-odds: 第3页 and - 3 - do, 3 may number anything.</param>
internal readonly record struct PageNumbers(int First, int Last, double FormEvidence)
{
    private const int Most = 100_000;
    private const double OwnLine = 1;

    /// <summary>Reads lines.</summary>
    public static PageNumbers Of(ReadOnlySpan<char> lines)
    {
        (int first, int last) = Ends(lines);
        var best = new PageNumbers(first, last, 0);
        foreach (ReadOnlySpan<char> line in lines.EnumerateLines()) ReadLine(line.Trim(), ref best);
        return best;
    }

    /// <summary>Tells whether these are the numbers of the next page, or of the next but one where titles alternate.</summary>
    public bool Follow(PageNumbers before) => Follows(before.First, First) || Follows(before.Last, Last);

    /// <summary>Tells whether a number is that of the next page, or of the next but one.</summary>
    public static bool Follows(int before, int here) => before > 0 && here - before is 1 or 2;

    private static (int First, int Last) Ends(ReadOnlySpan<char> lines)
    {
        int first = 0, last = 0;
        for (int i = 0; i < lines.Length; i++)
        {
            if (!char.IsAsciiDigit(lines[i])) continue;
            last = 0;
            for (; i < lines.Length && char.IsAsciiDigit(lines[i]); i++) last = Math.Min(Most, (last * 10) + lines[i] - '0');
            if (first == 0) first = last;
        }
        return (first, last);
    }

    // A line of its own, or what stands before or behind a blank of the title.
    private static void ReadLine(ReadOnlySpan<char> line, ref PageNumbers best)
    {
        Take(line, OwnLine, ref best);
        for (int i = 1; i + 1 < line.Length; i++)
        {
            if (line[i] is not (' ' or '\u3000')) continue;
            Take(line[(i + 1)..], 0, ref best);
            Take(line[..i], 0, ref best);
        }
    }

    private static void Take(ReadOnlySpan<char> part, double own, ref PageNumbers best)
    {
        if (PageLine.Parse(part) is not var (number, form)) return;
        double evidence = own + new PageMarkForm('\n', form, WholeLine: true).Evidence;
        if (evidence > best.FormEvidence) best = new PageNumbers(number, number, evidence);
    }
}
