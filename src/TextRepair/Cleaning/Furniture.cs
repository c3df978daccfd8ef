using TextRepair.Models;

namespace TextRepair.Cleaning;

/// <summary>Reads what is printed on a page beside its text: page numbers, running titles.</summary>
internal static class Furniture
{
    private const int LongestLabel = 18, LongestTitle = 24;

    /// <summary>Tells whether a line can be a page number, however badly it was read: 第4页, - 4 -, 83, 64/124, 647124, “1ll.</summary>
    public static bool IsLabel(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestLabel) return false;
        if (PageLine.Parse(line) is not null) return true;
        if (line.IndexOfAnyInRange('0', '9') < 0) return false;
        return line[0] == '第' ? line.Contains('页') || line.Contains('共') : IsBareNumber(line);
    }

    // No word, no date, no decimal.
    private static bool IsBareNumber(ReadOnlySpan<char> line)
    {
        for (int i = 0; i < line.Length; i++)
        {
            if (Characters.IsHan(line[i]) || line[i] is '%' or '=') return false;
            bool separates = line[i] is '.' or '-' or ':' or ',' && i > 0 && i + 1 < line.Length;
            if (separates && char.IsAsciiDigit(line[i - 1]) && char.IsAsciiDigit(line[i + 1])) return false;
        }
        return true;
    }

    /// <summary>Tells whether a line can be a running title: short, without punctuation, and no item or heading with a number.</summary>
    public static bool IsTitle(ReadOnlySpan<char> text, TextLine line)
    {
        ReadOnlySpan<char> content = text[line.Start..line.End];
        if (content.Length is < 3 or > LongestTitle || LineStart.IsMarked(text, line)) return false;
        int han = 0;
        foreach (char c in content)
        {
            if (c is '，' or '。' or '：' or ':' or '；' or ';' or '？' or '?' or '！' or '!' or '、' or '“' or '”' or '…' or '*') return false;
            if (Characters.IsHan(c)) han++;
        }
        return han * 3 >= content.Length * 2;
    }

    /// <summary>Tells whether two lines are readings of one title.</summary>
    public static bool IsSame(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length > LongestTitle || b.Length > LongestTitle) return false;
        Span<int> row = stackalloc int[LongestTitle + 1];
        for (int j = 0; j <= b.Length; j++) row[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.Length] * 5 <= Math.Max(a.Length, b.Length) * 2;
    }
}
