using TextRepair.Models;

namespace TextRepair.Cleaning;

/// <summary>Weighs what a document shows of having been read from scanned pages.</summary>
/// <remarks>
/// The lines must be broken in mid sentence. Mail and manual pages are wrapped like that on purpose; so signs are weighed
/// that hands do not leave. The weights are fitted to scanned pages against clean text wrapped in the ways people wrap it
/// (<c>ScanTrainer</c> prints them anew).
/// </remarks>
internal sealed class ScanEvidence(ParagraphModel paragraphs)
{
    /// <summary>The number of features.</summary>
    public const int Count = 14;

    private const int FewestBroken = 3;
    private const double NeededMean = 1;
    private const double Needed = -1, Doubtful = -9;
    private const int Most = 6;

    private static readonly double[] Weights =
    [
        -4.30, // before any sign is seen
        0.85, // a half-width mark with a space after a Han character
        0.60, // a bracket with a space outside
        0.11, // a full-width mark with a space after it
        0.34, // a space before a full-width mark
        1.26, // a mark among spaces, or 〈
        8.21, // a form feed
        5.51, // a page number at the end
        0.21, // an empty line in mid sentence
        -4.14, // the share of indented lines
        0.52, // first lines shorter than the others
        -0.81, // first lines as long as the others
        -2.32, // the share of lines that are neither full nor short
        -0.83, // lines of one or two characters
    ];

    /// <summary>Tells whether a document is a scan.</summary>
    /// <param name="text">The text.</param>
    /// <param name="layout">Its layout.</param>
    /// <param name="mayBeOpen">Whether somebody else decides where its layout leaves it open; if not, it is none.</param>
    /// <param name="score">Receives the log-odds by its layout; 0 where there was no need to weigh them.</param>
    /// <returns><see langword="null"/> where its layout leaves that open.</returns>
    public bool? IsScan(string text, PageLayout layout, bool mayBeOpen, out double score)
    {
        score = 0;
        if (!layout.HasWidth && !mayBeOpen) return false;
        // What costs least comes first: the signs of most texts are few.
        score = Score(text, layout);
        bool isSure = score > Needed && layout.HasWidth;
        if (!isSure && (!mayBeOpen || score <= Doubtful || !ScanVerdict.MayBe(score, text.Length))) return false;
        if (CodeSigns.LooksLikeCode(text, layout.Lines) || !IsBroken(text, layout)) return false;
        return isSure ? true : null;
    }

    /// <summary>Gets the log-odds that a document whose lines are broken is a scan.</summary>
    public double Score(ReadOnlySpan<char> text, PageLayout layout)
    {
        Span<double> features = stackalloc double[Count];
        Read(text, layout, features);
        double score = 0;
        for (int i = 0; i < Count; i++) score += features[i] * Weights[i];
        return score;
    }

    /// <summary>Tells whether enough lines are broken in mid sentence.</summary>
    public bool IsBroken(ReadOnlySpan<char> text, PageLayout layout)
    {
        int broken = 0;
        double sum = 0;
        for (int i = 0; i + 1 < layout.Lines.Count; i++)
        {
            if (!IsOpen(text, layout.Lines[i])) continue;
            double score = paragraphs.Score(text, layout, i);
            if (score <= 0) continue;
            broken++;
            sum += score;
        }
        return broken >= FewestBroken && sum >= NeededMean * broken;
    }

    /// <summary>Reads the signs.</summary>
    public static void Read(ReadOnlySpan<char> text, PageLayout layout, Span<double> features)
    {
        features.Clear();
        features[0] = 1;
        ReadSpaces(text, features);
        features[6] = Math.Min(2, text.Trim('\f').Count('\f'));
        features[7] = Furniture.IsLabel(text[layout.Lines[^1].Start..layout.Lines[^1].End]) ? 1 : 0;
        ReadLines(text, layout, features);
        features[5] = Math.Min(Most, features[5]);
    }

    private static void ReadSpaces(ReadOnlySpan<char> text, Span<double> features)
    {
        int half = 0, brackets = 0, after = 0, before = 0, odd = 0;
        for (int i = text.IndexOf(' '); i > 0;)
        {
            if (i + 1 < text.Length && i > 1)
            {
                char left = text[i - 1], right = text[i + 1];
                if (left is ':' or ';' or '!' or '?' && Characters.IsHan(text[i - 2])) half++;
                if ((right == '(' && Characters.IsHan(left)) || (left == ')' && (Characters.IsHan(right) || right is '，' or '。'))) brackets++;
                if (left is '，' or '。' or '、' or '；' or '：' && right != '\n') after++;
                if (right is '，' or '。' or '、' or '；' or '”' && left != '\n') before++;
                if (left is '，' or '。' or '、' && right == ' ') odd++;
            }
            int next = text[(i + 1)..].IndexOf(' ');
            i = next < 0 ? -1 : i + 1 + next;
        }
        features[1] = Math.Min(Most, half);
        features[2] = Math.Min(Most, brackets);
        // Whoever sets a space after every comma does so on purpose.
        features[3] = after > 0 && after * 3 > CountTight(text) ? 0 : Math.Min(Most, after);
        features[4] = Math.Min(Most, before);
        features[5] = odd + text.Count('〈');
    }

    private static int CountTight(ReadOnlySpan<char> text) => text.Count('，') + text.Count('。') + text.Count('、');

    private static void ReadLines(ReadOnlySpan<char> text, PageLayout layout, Span<double> features)
    {
        int inside = 0, indented = 0, shorter = 0, full = 0, ragged = 0, open = 0, junk = 0;
        for (int i = 0; i < layout.Lines.Count; i++)
        {
            TextLine line = layout.Lines[i];
            if (line.Indent > 0) indented++;
            if (line.End - line.Start < 3) junk++;
            if (i + 1 == layout.Lines.Count || !IsOpen(text, line)) continue;
            int room = layout.Width - line.Columns;
            if (layout.Lines[i + 1].AfterBlank && room <= 4) inside++;
            if (layout.IsFirst(text, i))
            {
                if (room is >= 3 and <= 6) shorter++;
                else if (room < 3) full++;
            }
            else if (room <= 12)
            {
                open++;
                if (room is > 2 or < -1) ragged++;
            }
        }
        features[8] = Math.Min(3, inside);
        features[9] = (double)indented / layout.Lines.Count;
        features[10] = Math.Min(4, shorter);
        features[11] = Math.Min(4, full);
        features[12] = (double)ragged / Math.Max(4, open);
        features[13] = Math.Min(3, junk);
    }

    // In mid sentence: not even a half-sentence ends there.
    private static bool IsOpen(ReadOnlySpan<char> text, TextLine line) => LineEnd.Of(text, line) is LineEnd.Han or LineEnd.Comma;
}
