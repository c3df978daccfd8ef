using System.Text;

namespace TextRepair.Training.Layout;

/// <summary>Damages clean text as copying does, and keeps the edits that undo it; the same seed gives the same damage.</summary>
internal static class LayoutDamage
{
    private static readonly Func<int, int, string>[] Marks =
    [
        (n, _) => $"\n{n}、", (n, _) => $"\n{n}、", (n, _) => $"\n{n}.", (n, _) => $"\n{n}",
        (n, _) => $"\n- {n} -\n", (n, _) => $"\n{n}\n", (n, all) => $"\n第{n}页 共{all}页\n",
    ];

    private const string NotFirst = "，。、；：？！”’）》】」』,;:?!)";

    /// <summary>Drives consecutive numbers in, at equal distances as chunks have them or at unequal ones as pages do.</summary>
    public static DamagedText DrivePageMarksIn(string text, Random random)
    {
        int chunk = random.Next(200, 700), spread = random.Next(2) == 0 ? 0 : chunk / 6;
        Func<int, int, string> mark = Marks[random.Next(Marks.Length)];
        return DrivenDamage.Drive(text, text, Chunks(text, chunk, spread, random).Select((place, i) => (place, place, mark(i + 2, (text.Length / chunk) + 1))), "page-mark");
    }

    private static IEnumerable<int> Chunks(string text, int chunk, int spread, Random random)
    {
        for (int i = chunk; i < text.Length; i += chunk + random.Next(-spread, spread + 1))
        {
            if (char.IsAsciiLetterOrDigit(text[i]) || char.IsAsciiLetterOrDigit(text[i - 1]) || char.IsLowSurrogate(text[i])) i--;
            yield return i;
        }
    }

    /// <summary>Breaks paragraphs into lines of one width, paragraphs one under the other as in a PDF file.</summary>
    public static DamagedText BreakLines(string text, Random random)
    {
        int width = random.Next(26, 46) * 2;
        return DrivenDamage.Drive(text, text, LineEnds(text, width, keepsPunctuation: random.Next(2) == 0).Select(place => (place, place, "\n")), "broken-line");
    }

    /// <summary>Finds where lines of a width end in mid paragraph.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">How many columns a line has.</param>
    /// <param name="keepsPunctuation">Whether no line begins with a mark, as typesetters see to.</param>
    internal static IEnumerable<int> LineEnds(string text, int width, bool keepsPunctuation)
    {
        int columns = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            int own = c == '\n' ? 0 : c < '\u1100' ? 1 : 2;
            bool inWord = i > 0 && char.IsAscii(c) && char.IsAscii(text[i - 1]);
            bool mayBreak = c != '\n' && !char.IsLowSurrogate(c) && !inWord && !(keepsPunctuation && NotFirst.Contains(c, StringComparison.Ordinal));
            if (columns + own > width && mayBreak)
            {
                yield return i;
                columns = 0;
            }
            columns = c == '\n' ? 0 : columns + own;
        }
    }

    /// <summary>Wraps a text as people and their editors do: by columns, no mark at the start of a line. It is not damaged.</summary>
    public static string WrapByHand(string text, HandWrap way, Random random)
    {
        int width = random.Next(28, 80);
        string margin = way == HandWrap.Manual ? "       " : "";
        var wrapped = new StringBuilder(text.Length * 2);
        foreach (string paragraph in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (wrapped.Length > 0) wrapped.Append(way == HandWrap.Indent ? "\n" : "\n\n");
            Wrap(way == HandWrap.Indent ? "\u3000\u3000" + paragraph : paragraph, margin, width, wrapped);
        }
        return wrapped.ToString();
    }

    private static void Wrap(string paragraph, string margin, int width, StringBuilder wrapped)
    {
        wrapped.Append(margin);
        int column = margin.Length;
        for (int i = 0; i < paragraph.Length;)
        {
            int end = i + 1;
            while (char.IsAsciiLetterOrDigit(paragraph[i]) && end < paragraph.Length && char.IsAsciiLetterOrDigit(paragraph[end])) end++;
            int own = paragraph[i] < '\u1100' ? end - i : 2;
            if (column + own > width && column > margin.Length && !NotFirst.Contains(paragraph[i], StringComparison.Ordinal))
            {
                wrapped.Append('\n').Append(margin);
                column = margin.Length;
            }
            wrapped.Append(paragraph, i, end - i);
            column += own;
            i = end;
        }
    }
}
