using TextRepair.Anchoring;
using TextRepair.Models;

namespace TextRepair.Cleaning;

/// <summary>Takes out what document-sharing sites put into every text: reading counters, upload notices, offers to download.</summary>
internal sealed class BoilerplateStage(ContinuityModel continuity) : IStage
{
    private const int Longest = 80;

    // Log-odds that the text runs on across a notice, from which the lines beside it are joined.
    private const double Certain = 0.5;

    private readonly Lazy<Notices> _lines = new(Notices.LoadLines), _spans = new(Notices.LoadSpans);

    /// <summary>Gets the words of which every notice holds one; its patterns run only around a word that was found.</summary>
    /// <remarks>The first two characters of each are in <see cref="AnchorSets"/>.</remarks>
    internal static IReadOnlyList<string> Words { get; } = ["还剩", "文档", "下载", "侵权", "文库", "仅供", "收集", "可编辑", "VIP", "docin", "doc88", "book118", "DocIn", "docs.com", "页脚", "页眉", "整理", "名师", "WORD"];

    /// <inheritdoc/>
    public void Run(string text, StageOutput output)
    {
        int done = 0;
        foreach (int second in output.AnchorsOf(text).NoticeWords)
            if (second - 1 >= done && IsWord(text.AsSpan(second - 1))) done = Judge(text, second - 1, done, output);
    }

    private static bool IsWord(ReadOnlySpan<char> text)
    {
        foreach (string word in Words) if (text.StartsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    private int Judge(string text, int place, int done, StageOutput output)
    {
        (int lineStart, int lineEnd) = LineAt(text, place, done);
        if (lineEnd - lineStart <= Longest && lineEnd - lineStart < text.Length && _lines.Value.IsMatch(text.AsSpan(lineStart, lineEnd - lineStart)))
            return Remove(text, lineStart, lineEnd, done, output);
        int start = Math.Max(done, place - Longest), end = Math.Min(text.Length, place + Longest);
        return _spans.Value.FindAt(text.AsSpan(start, end - start), place - start) is { } span
            ? Remove(text, start + span.Start.Value, start + span.End.Value, done, output)
            : done;
    }

    private int Remove(string text, int from, int to, int done, StageOutput output)
    {
        (from, to) = WithLine(text, from, to, done);
        string remains = "";
        // Text that is broken into lines everywhere keeps a line end where a notice parted a sentence.
        if (IsLine(text, from, to) && Sides(text, from, to, done) is var (left, right) && RunsOn(text, left, right) && !PageLayout.EndsFullLine(text, left, output.LayoutOf(text)))
            (from, to, remains) = (left, right, Joint.Between(text, left, right));
        output.Edits.Add(new TextEdit(from, text[from..to], remains, EditKind.Layout, 0.99, "boilerplate", "a notice that document-sharing sites put into every text"));
        return to;
    }

    private static bool IsLine(string text, int from, int to) => from > 0 && text[from - 1] == '\n' && text[to - 1] == '\n' && to < text.Length;

    private static (int Left, int Right) Sides(string text, int from, int to, int done)
    {
        while (from > done && Characters.IsBlank(text[from - 1])) from--;
        while (to < text.Length && Characters.IsBlank(text[to])) to++;
        return (from, to);
    }

    // On the line between two pages it parted a sentence.
    private bool RunsOn(string text, int left, int right) =>
        left > 0 && right < text.Length && Characters.IsHan(text[left - 1]) && Characters.IsHan(text[right]) && continuity.Score(text, left, right) > Certain;

    private static (int Start, int End) LineAt(string text, int place, int done)
    {
        int start = place, end = place, limit = Math.Min(text.Length, place + Longest + 1);
        while (start > done && place - start <= Longest && text[start - 1] != '\n') start--;
        while (end < limit && text[end] is not ('\n' or '\r')) end++;
        return (start, end);
    }

    // A notice on a line of its own takes its line break along.
    private static (int From, int To) WithLine(string text, int from, int to, int done)
    {
        int left = from, right = to;
        while (left > done && text[left - 1] is ' ' or '\t' or '\u3000') left--;
        while (right < text.Length && text[right] is ' ' or '\t' or '\u3000') right++;
        bool starts = left == 0 || text[left - 1] == '\n', ends = right == text.Length || text[right] is '\n' or '\r';
        if (!starts || !ends) return (from, to);
        if (right < text.Length && text[right] == '\r') right++;
        if (right < text.Length && text[right] == '\n') return (left, right + 1);
        return left > done && right == text.Length ? (left - 1, right) : (left, right);
    }
}
