namespace TextRepair.Cleaning;

/// <summary>One line of a text.</summary>
/// <param name="Start">Where its first character stands that is no blank.</param>
/// <param name="End">Where it ends, exclusive, blanks at the end not counted.</param>
/// <param name="Indent">How many columns it is indented.</param>
/// <param name="Columns">How wide it is with its indent: two columns for a Han character, one for a Latin one.</param>
/// <param name="AfterBlank">Whether an empty line stands before it.</param>
internal readonly record struct TextLine(int Start, int End, int Indent, int Columns, bool AfterBlank)
{
    /// <summary>Splits a text into lines, empty ones left out.</summary>
    public static List<TextLine> Split(ReadOnlySpan<char> text)
    {
        var lines = new List<TextLine>();
        bool afterBlank = false;
        for (int start = 0; start < text.Length;)
        {
            int length = text[start..].IndexOf('\n');
            int end = length < 0 ? text.Length : start + length;
            TextLine line = Measure(text, start, end, afterBlank);
            afterBlank = line.Start >= line.End;
            if (!afterBlank) lines.Add(line);
            start = end + 1;
        }
        return lines;
    }

    private static TextLine Measure(ReadOnlySpan<char> text, int start, int end, bool afterBlank)
    {
        while (end > start && Models.Characters.IsBlank(text[end - 1])) end--;
        int first = start, columns = 0;
        while (first < end && Models.Characters.IsBlank(text[first])) columns += Width(text[first++]);
        int indent = columns;
        foreach (char c in text[first..end]) columns += Width(c);
        return new TextLine(first, end, indent, columns, afterBlank);
    }

    private static int Width(char c) => c == '\f' ? 0 : c < '\u1100' && c is not ('“' or '”' or '‘' or '’' or '…' or '—') ? 1 : 2;
}
