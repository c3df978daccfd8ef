using TextRepair.Anchoring;
using TextRepair.Models;

namespace TextRepair.Cleaning;

/// <summary>Finds numbers that may be page marks.</summary>
internal static class PageMarkScanner
{
    private const int MostDigits = 4;
    private const int LongestLine = 32;

    /// <summary>Finds numbers at the start of lines and on lines of their own, and after a space where 、 follows.</summary>
    /// <param name="text">The text.</param>
    /// <param name="anchors">Its anchors.</param>
    /// <param name="marks">Receives the candidates in the order of the text, those after a space behind the others.</param>
    public static void Find(string text, TextAnchors anchors, List<PageMark> marks)
    {
        ReadOnlySpan<char> all = text;
        foreach (int i in anchors.LineEnds)
            if (i > 0 && i + 1 < all.Length && MayBegin(all[i + 1]) && (ParseLine(all, i) ?? Parse(all, i)) is { } mark) marks.Add(mark);
        if (anchors.HasDigitBehindSpace) AddInline(all, marks);
    }

    // Spaces are frequent and marks after them rare. Three consecutive numbers are needed, and the third is looked for first.
    private static void AddInline(ReadOnlySpan<char> text, List<PageMark> marks)
    {
        if (text.IndexOf(" 3、") < 0) return;
        for (int i = text.IndexOf(' '); i >= 0;)
        {
            if (i > 0 && i + 1 < text.Length && IsDigit(text[i + 1]) && Parse(text, i) is { } mark) marks.Add(mark);
            int next = text[(i + 1)..].IndexOf(' ');
            i = next < 0 ? -1 : i + 1 + next;
        }
    }

    /// <summary>Finds the first mark, which has no break before it.</summary>
    public static PageMark? AtStart(string text, PageMarkForm form) =>
        !form.WholeLine && text.Length > 1 && text[0] is '1' or '１' && text[1] == form.Delimiter ? new PageMark(0, 2, 1, form) : null;

    private static bool MayBegin(char first) =>
        IsDigit(first) || (first is ' ' or '\u3000' or '\t' or '\f' or '第' or '共' or 'P' or 'p' or '-' or '—' or '–' or '－' or '~' or '·' or '•');

    private static PageMark? ParseLine(ReadOnlySpan<char> text, int at)
    {
        if (text[at] != '\n') return null;
        ReadOnlySpan<char> rest = text.Slice(at + 1, Math.Min(LongestLine, text.Length - at - 1));
        int length = rest.IndexOf('\n');
        if (length < 0) length = at + 1 + rest.Length == text.Length ? rest.Length : -1;
        if (length <= 0 || PageLine.Parse(rest[..length]) is not var (number, form)) return null;
        int start = at, end = at + 1 + length;
        while (start > 0 && Characters.IsBlank(text[start - 1]) && at - start < LongestLine) start--;
        while (end < text.Length && Characters.IsBlank(text[end]) && end - at < 2 * LongestLine) end++;
        return new PageMark(start, end, number, new PageMarkForm('\n', form, WholeLine: true));
    }

    private static PageMark? Parse(ReadOnlySpan<char> text, int at)
    {
        int digits = CountDigits(text, at + 1), end = at + 1 + digits;
        if (digits is 0 or > MostDigits) return null;
        int number = 0;
        foreach (char c in text.Slice(at + 1, digits)) number = (number * 10) + Value(c);
        char delimiter = end < text.Length && text[end] is '、' or '.' or '．' or ',' or '，' or ')' or '）' ? text[end] : '\0';
        if (number == 0 || (delimiter == '\0' && (end >= text.Length || !Characters.IsHan(text[end]) || text[end] is '年' or '月' or '日'))) return null;
        // After a space only 、 is known of marks; brackets, commas and points belong to formulas and figures there.
        if (text[at] == ' ' && delimiter != '、') return null;
        // "3. 部门职责": whoever sets a space after the number writes a list.
        if (delimiter is not '\0' && end + 1 < text.Length && text[end + 1] is ' ' or '\u3000') return null;
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
