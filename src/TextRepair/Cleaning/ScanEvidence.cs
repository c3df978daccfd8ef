using TextRepair.Models;

namespace TextRepair.Cleaning;

/// <summary>Weighs what the lines and marks of a document show of having been read from scanned pages.</summary>
/// <remarks>
/// Mail and manual pages are wrapped on purpose; so signs are weighed that hands do not leave: empty lines in mid
/// sentence and beside only some paragraphs, marks without their half, first lines whose indent was lost. The weights are
/// fitted, together with those of <see cref="ScanVerdict"/>, to scanned pages against clean text as it is and wrapped in the
/// ways people wrap it (<c>ScanTrainer</c> prints them anew).
/// </remarks>
internal sealed class ScanEvidence(ParagraphModel paragraphs)
{
    /// <summary>The number of features.</summary>
    public const int Count = 19;

    private const double Doubtful = -7.5;
    private const int ShortestText = 200, UsualText = 500;
    private const int Most = 6, MostQuotes = 2, MostBrackets = 3;
    private const int Colons = 2, Odd = 3, Quotes = 5, Brackets = 6;

    // The signs that the model of paragraphs reads, which cost most, in the order of the weights.
    private const int Broken = 16, BrokenAtBlank = 17, Room = 18;

    private static readonly double[] Weights =
    [
        -4.31, // before any sign is seen; fitted -5.21; moved so that 23 of 31,000 clean texts pass, wrapped or not
        -1.73, // length of the text, logarithm
        1.21, // a half-width colon with a space after a Han character
        1.38, // a mark among spaces, or 〈
        -1.53, // full-width marks
        1.49, // quotes without their half
        0.42, // brackets without their half
        5.53, // a form feed
        4.10, // a page number at the end
        -3.68, // the share of indented lines
        0.21, // first lines shorter than the others
        -0.76, // first lines as long as the others
        2.85, // the share of lines after an empty one
        2.75, // the share of short last lines before an empty one
        7.57, // some short last lines before an empty one, some not
        -2.43, // lines that end with an opening mark
        2.06, // the share of lines broken in mid sentence
        1.84, // an empty line where a line is broken
        -2.56, // the room that broken lines leave
    ];

    /// <summary>Tells whether a document may be a scan.</summary>
    /// <param name="text">The text.</param>
    /// <param name="layout">Its layout.</param>
    /// <param name="score">Receives the log-odds by its layout.</param>
    public bool MayBeScan(string text, PageLayout layout, out double score)
    {
        Span<double> features = stackalloc double[Count];
        features.Clear();
        // What costs least comes first: the signs of most texts are few.
        ReadLines(text, layout, features);
        double mostOfBroken = MostOfBroken(text, layout);
        score = Sum(features);
        if (score + MostOfMarks(text) + mostOfBroken <= Doubtful) return false;
        ReadMarks(text, features);
        score = Sum(features);
        if (score + mostOfBroken <= Doubtful) return false;
        ReadBroken(text, layout, features);
        score = Sum(features);
        return score > Doubtful && !CodeSigns.LooksLikeCode(text, layout.Lines);
    }

    /// <summary>Reads the signs.</summary>
    public void Read(ReadOnlySpan<char> text, PageLayout layout, Span<double> features)
    {
        features.Clear();
        ReadLines(text, layout, features);
        ReadMarks(text, features);
        ReadBroken(text, layout, features);
    }

    private static double Sum(ReadOnlySpan<double> features)
    {
        double sum = 0;
        for (int i = 0; i < Count; i++) sum += features[i] * Weights[i];
        return sum;
    }

    /// <summary>Gets how often something is seen in a stretch of usual length, logarithm.</summary>
    internal static double Rate(int count, int length) => Math.Log(1 + ((double)count * UsualText / Math.Max(ShortestText, length)));

    // What broken lines can say at most: there are no more of them than of open ones. Hardly any text shows more than the sum of both weights.
    private static double MostOfBroken(ReadOnlySpan<char> text, PageLayout layout)
    {
        int open = 0, atBlank = 0;
        for (int i = 0; i + 1 < layout.Lines.Count; i++)
        {
            if (!IsOpen(text, layout.Lines[i])) continue;
            open++;
            if (layout.Lines[i + 1].AfterBlank) atBlank++;
        }
        double most = (Weights[Broken] * open / layout.Lines.Count) + (Weights[BrokenAtBlank] * Rate(atBlank, text.Length));
        return Math.Min(most, Weights[Broken] + Weights[BrokenAtBlank]);
    }

    private static void ReadMarks(ReadOnlySpan<char> text, Span<double> features)
    {
        ReadOnlySpan<char> rest = text[1..];
        int full = rest.Count('，') + rest.Count('。') + rest.Count('；') + rest.Count('：') + rest.Count('？') + rest.Count('！');
        int quotes = rest.Count('“') - rest.Count('”');
        int brackets = rest.Count('（') + rest.Count('(') - rest.Count('）') - rest.Count(')');
        features[Colons] = Rate(CountBehind(text, Characters.IsHan, ": "), text.Length);
        features[Odd] = Math.Min(Most, rest.Count('〈') + CountBehind(text, before => before is '，' or '。' or '、', "  "));
        features[4] = Rate(full, text.Length) / 3;
        features[Quotes] = Math.Min(MostQuotes, Math.Abs(quotes)) / Thousands(text);
        features[Brackets] = Math.Min(MostBrackets, Math.Abs(brackets)) / Thousands(text);
    }

    // How often two characters stand behind one of some kind.
    private static int CountBehind(ReadOnlySpan<char> text, Func<char, bool> isBefore, string two)
    {
        int count = 0;
        for (int i = text.IndexOf(two), next; i >= 0; i = next < 0 ? -1 : i + 1 + next)
        {
            if (i > 0 && isBefore(text[i - 1])) count++;
            next = text[(i + 1)..].IndexOf(two);
        }
        return count;
    }

    // What the marks can say at most, found at a fraction of what it costs to read them.
    private static double MostOfMarks(ReadOnlySpan<char> text)
    {
        double most = Weights[Colons] * Rate(text.Count(':'), text.Length);
        if (text.Contains('〈') || text.Contains("  ", StringComparison.Ordinal)) most += Weights[Odd] * Most;
        return most + (((Weights[Quotes] * MostQuotes) + (Weights[Brackets] * MostBrackets)) / Thousands(text));
    }

    private static double Thousands(ReadOnlySpan<char> text) => Math.Max(1, text.Length / 1000.0);

    private static void ReadLines(ReadOnlySpan<char> text, PageLayout layout, Span<double> features)
    {
        features[0] = 1;
        features[1] = Math.Log((double)Math.Max(ShortestText, text.Length) / UsualText);
        features[7] = Math.Min(2, text.Trim('\f').Count('\f'));
        features[8] = Furniture.IsLabel(text[layout.Lines[^1].Start..layout.Lines[^1].End]) ? 1 : 0;
        int indented = 0, shorter = 0, full = 0, blank = 0, apart = 0, together = 0, opening = 0;
        for (int i = 0; i < layout.Lines.Count; i++)
        {
            TextLine line = layout.Lines[i];
            if (line.Indent > 0) indented++;
            if (line.AfterBlank) blank++;
            if (text[line.End - 1] is '（' or '(' or '“' or '《') opening++;
            if (i + 1 == layout.Lines.Count) continue;
            int room = layout.Width - line.Columns;
            if (IsOpen(text, line) && layout.IsFirst(text, i))
            {
                if (room is >= 3 and <= 6) shorter++;
                else if (room < 3) full++;
            }
            else if (room > 6 && LineEnd.Of(text, line) == LineEnd.Sentence)
            {
                if (layout.Lines[i + 1].AfterBlank) apart++;
                else together++;
            }
        }
        features[9] = (double)indented / layout.Lines.Count;
        features[10] = Math.Min(4, shorter);
        features[11] = Math.Min(4, full);
        features[12] = (double)blank / layout.Lines.Count;
        features[13] = (double)apart / Math.Max(2, apart + together);
        features[14] = (double)Math.Min(apart, together) / Math.Max(2, apart + together);
        features[15] = Rate(opening, text.Length);
    }

    private void ReadBroken(ReadOnlySpan<char> text, PageLayout layout, Span<double> features)
    {
        int broken = 0, atBlank = 0, inner = 0, room = 0;
        for (int i = 0; i + 1 < layout.Lines.Count; i++)
        {
            if (!IsOpen(text, layout.Lines[i]) || paragraphs.Score(text, layout, i) <= 0) continue;
            broken++;
            if (layout.Lines[i + 1].AfterBlank) atBlank++;
            if (!layout.HasWidth || layout.IsFirst(text, i)) continue;
            inner++;
            room += Math.Min(8, Math.Abs(layout.Width - layout.Lines[i].Columns));
        }
        features[Broken] = (double)broken / layout.Lines.Count;
        features[BrokenAtBlank] = Rate(atBlank, text.Length);
        features[Room] = inner == 0 ? 1 : room / (4.0 * inner);
    }

    // In mid sentence: not even a half-sentence ends there.
    private static bool IsOpen(ReadOnlySpan<char> text, TextLine line) => LineEnd.Of(text, line) is LineEnd.Han or LineEnd.Comma;
}
