namespace TextRepair.Cleaning;

/// <summary>Reads lines that hold a page number and nothing else.</summary>
internal static class PageLine
{
    private const int Longest = 24;
    private const string Dashes = "-—–－~·•";

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line without its break.</param>
    /// <returns>The number and its form; <see langword="null"/> for any other line.</returns>
    public static (int Number, char Form)? Parse(ReadOnlySpan<char> line)
    {
        line = line.Trim();
        if (line.Length is 0 or > Longest) return null;
        if (line[0] == '第') return ParsePage(line[1..]);
        if (line[0] == '共') return ParsePages(line);
        if (Dashes.Contains(line[0], StringComparison.Ordinal)) return ParseDashes(line);
        return ParseNumber(line);
    }

    // 第3页, 第 3 页 共 12 页, 第3页/共12页
    private static (int, char)? ParsePage(ReadOnlySpan<char> rest)
    {
        if (!TakeNumber(ref rest, out int number) || !Take(ref rest, '页')) return null;
        if (rest.Length == 0) return (number, PageMarkForm.Page);
        rest = rest.TrimStart(" /,，|（(");
        if (!Take(ref rest, '共') || !TakeNumber(ref rest, out int all) || !Take(ref rest, '页') || all < number) return null;
        return rest.TrimEnd("）)").Length == 0 ? (number, PageMarkForm.PageOfPages) : null;
    }

    // 共12页 第3页
    private static (int, char)? ParsePages(ReadOnlySpan<char> rest)
    {
        if (!Take(ref rest, '共') || !TakeNumber(ref rest, out int all) || !Take(ref rest, '页')) return null;
        rest = rest.TrimStart(" /,，|");
        if (!Take(ref rest, '第') || !TakeNumber(ref rest, out int number) || !Take(ref rest, '页')) return null;
        return rest.Length == 0 && number <= all ? (number, PageMarkForm.PageOfPages) : null;
    }

    private static (int, char)? ParseDashes(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> rest = line.TrimStart(Dashes);
        if (!TakeNumber(ref rest, out int number) || rest.Length == 0) return null;
        return rest.Trim(Dashes).Trim().Length == 0 ? (number, PageMarkForm.Dashes) : null;
    }

    // 3, 3/12, Page 3 of 12
    private static (int, char)? ParseNumber(ReadOnlySpan<char> line)
    {
        bool named = line.StartsWith("page ", StringComparison.OrdinalIgnoreCase);
        if (named) line = line[5..];
        if (!TakeNumber(ref line, out int number)) return null;
        if (line.Length == 0) return (number, named ? PageMarkForm.Page : '\0');
        bool of = named && line.StartsWith("of ", StringComparison.OrdinalIgnoreCase);
        if (of) line = line[3..];
        else if (!Take(ref line, '/')) return null;
        return TakeNumber(ref line, out int all) && line.Length == 0 && number <= all ? (number, of ? PageMarkForm.PageOfPages : PageMarkForm.Fraction) : null;
    }

    private static bool Take(ref ReadOnlySpan<char> rest, char c)
    {
        if (rest.Length == 0 || rest[0] != c) return false;
        rest = rest[1..].TrimStart();
        return true;
    }

    private static bool TakeNumber(ref ReadOnlySpan<char> rest, out int number)
    {
        const int MostDigits = 4;
        rest = rest.TrimStart();
        int digits = 0;
        number = 0;
        while (digits < rest.Length && digits < MostDigits && char.IsAsciiDigit(rest[digits])) number = (number * 10) + rest[digits++] - '0';
        rest = rest[digits..].TrimStart();
        return digits > 0 && number > 0;
    }
}
