using TextRepair.Models;

namespace TextRepair.Cleaning;

/// <summary>Finds numbers that may be page marks.</summary>
internal static class PageMarkScanner
{
    private const int MostDigits = 4;

    /// <summary>Finds numbers at the start of lines, and after a space where a delimiter follows.</summary>
    /// <returns>The candidates in the order of the text; <see langword="null"/> where there are none.</returns>
    public static List<PageMark>? Find(string text)
    {
        List<PageMark>? marks = null;
        ReadOnlySpan<char> all = text;
        // Breaks are rare next to characters, digits after them rarer: the search for breaks is what costs, and it is vectorised.
        for (int i = all.IndexOfAny('\n', ' '); i >= 0;)
        {
            if (i > 0 && i + 1 < all.Length && IsDigit(all[i + 1]) && Parse(all, i) is { } mark) (marks ??= []).Add(mark);
            int next = all[(i + 1)..].IndexOfAny('\n', ' ');
            i = next < 0 ? -1 : i + 1 + next;
        }
        return marks;
    }

    /// <summary>Finds the first mark, which has no break before it.</summary>
    public static PageMark? AtStart(string text, PageMarkForm form)
    {
        int digits = CountDigits(text, 0);
        return digits == 1 && Value(text[0]) == 1 && text.Length > 1 && text[1] == form.Delimiter ? new PageMark(0, 2, 1, form) : null;
    }

    private static PageMark? Parse(ReadOnlySpan<char> text, int at)
    {
        int digits = CountDigits(text, at + 1), end = at + 1 + digits;
        if (digits is 0 or > MostDigits) return null;
        int number = 0;
        foreach (char c in text.Slice(at + 1, digits)) number = (number * 10) + Value(c);
        char delimiter = end < text.Length && text[end] is '、' or '.' or '．' or ',' or '，' or ')' or '）' ? text[end] : '\0';
        if (number == 0 || (delimiter == '\0' && (end >= text.Length || !Characters.IsHan(text[end])))) return null;
        // After a space only 、 is known of marks; brackets, commas and points belong to formulas and figures there.
        if (text[at] == ' ' && delimiter != '、') return null;
        // A decimal or a thousands separator: not a number of its own.
        if (delimiter is '.' or ',' && end + 1 < text.Length && IsDigit(text[end + 1])) return null;
        int start = text[at] == '\n' && at > 0 && text[at - 1] == '\r' ? at - 1 : at;
        return new PageMark(start, end + (delimiter == '\0' ? 0 : 1), number, new PageMarkForm(text[at], delimiter));
    }

    private static int CountDigits(ReadOnlySpan<char> text, int start)
    {
        int i = start;
        while (i < text.Length && i - start <= MostDigits && IsDigit(text[i])) i++;
        return i - start;
    }

    private static bool IsDigit(char c) => c is (>= '0' and <= '9') or (>= '０' and <= '９');

    private static int Value(char c) => c >= '０' ? c - '０' : c - '0';
}
