namespace TextRepair.Cleaning;

/// <summary>Numbers written in Han numerals, as clauses are counted: 三, 十二, 一百零五, 一千二百六十条.</summary>
internal static class HanNumber
{
    /// <summary>The numerals of which they are made.</summary>
    public const string Numerals = "一二三四五六七八九十百千零";

    private const string Digits = "一二三四五六七八九";

    /// <summary>Tells whether some text is such a number, written as it should be.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        int last = 10_000, digit = 0;
        bool zero = false, any = false;
        foreach (char c in text)
        {
            int value = Digits.IndexOf(c, StringComparison.Ordinal) + 1, unit = c switch { '十' => 10, '百' => 100, '千' => 1000, _ => 0 };
            if (value > 0)
            {
                if (digit > 0) return false;
                digit = value;
            }
            else if (unit > 0)
            {
                // 十 alone begins a number; a skipped unit takes 零.
                if (unit >= last || (digit == 0 && (unit > 10 || any))) return false;
                if (any && (unit * 10 != last) != zero) return false;
                (last, digit, zero, any) = (unit, 0, false, true);
            }
            else
            {
                if (c is not ('零' or '〇') || zero || digit > 0 || !any) return false;
                zero = true;
            }
        }
        if (digit == 0) return any && !zero;
        return !any || zero == last > 10;
    }
}
