namespace TextRepair.Findings;

/// <summary>A sum of money that has a recent year in its digits: 2023亿元, 12023亿元, 20230亿元.</summary>
/// <param name="Start">Where the figure starts.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Year">Where in it the year starts.</param>
internal readonly record struct Forgery(int Start, int Length, int Year)
{
    private const int YearLength = 4;

    /// <summary>Finds such a figure right before a unit.</summary>
    public static Forgery? Before(ReadOnlySpan<char> text, Unit unit)
    {
        if (text[unit.Start] != '亿') return null;
        int start = unit.Start;
        while (start > 0 && char.IsAsciiDigit(text[start - 1])) start--;
        ReadOnlySpan<char> figure = text[start..unit.Start];
        if (figure.Length is < YearLength or > YearLength + 2 || (start > 0 && text[start - 1] is '.' or ',')) return null;
        for (int i = 0; i + YearLength <= figure.Length; i++)
            if (IsYear(figure.Slice(i, YearLength))) return new Forgery(start, figure.Length, i);
        return null;
    }

    private static bool IsYear(ReadOnlySpan<char> digits) => digits[0] == '2' && digits[1] == '0' && digits[2] == '2';
}
