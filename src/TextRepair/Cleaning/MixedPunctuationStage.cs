using TextRepair.Models;

namespace TextRepair.Cleaning;

/// <summary>On request: where a document is of two minds about the width of its marks or the form of its quotes, few are made like the many.</summary>
/// <remarks>A part that has a style of its own, such as code or a table, keeps it: marks of the other kind must stand near.</remarks>
internal sealed class MixedPunctuationStage : IStage
{
    private const string HalfWidth = ",;:?!", FullWidth = "，；：？！";
    private const int FewestOfMany = 20, ManyToFew = 10;
    private const int Near = 200;

    /// <inheritdoc/>
    public void Run(string text, StageOutput output)
    {
        ChangeMarks(text, output);
        ChangeQuotes(text, output);
    }

    private static void ChangeMarks(string text, StageOutput output)
    {
        List<int> half = Between(text, HalfWidth), full = Between(text, FullWidth);
        foreach (int i in Few(half, full)) Replace(text, i, FullWidth[HalfWidth.IndexOf(text[i], StringComparison.Ordinal)].ToString(), "marks of the other width are ten times as many", output);
        foreach (int i in Few(full, half)) Replace(text, i, HalfWidth[FullWidth.IndexOf(text[i], StringComparison.Ordinal)].ToString(), "marks of the other width are ten times as many", output);
    }

    // Straight quotes come in pairs on a line, curly ones too: only such lines are understood.
    private static void ChangeQuotes(string text, StageOutput output)
    {
        const string Reason = "quotes of the other form are ten times as many";
        List<int> straight = Pairs(text, '"', '"'), curly = Pairs(text, '“', '”');
        HashSet<int> opens = [.. Every(straight)];
        foreach (int i in Few(straight, curly)) Replace(text, i, opens.Contains(i) ? "“" : "”", Reason, output);
        foreach (int i in Few(curly, straight)) Replace(text, i, "\"", Reason, output);
    }

    private static IEnumerable<int> Every(List<int> pairs) => pairs.Where((_, i) => i % 2 == 0);

    private static IEnumerable<int> Few(List<int> few, List<int> many)
    {
        if (few.Count == 0 || many.Count < FewestOfMany || few.Count * ManyToFew > many.Count) return [];
        return few.Where(i => many.BinarySearch(i) is var next && IsNear(many, ~next, i));
    }

    private static bool IsNear(List<int> many, int next, int place) =>
        (next < many.Count && many[next] - place <= Near) || (next > 0 && place - many[next - 1] <= Near);

    private static List<int> Between(string text, string marks)
    {
        var places = new List<int>();
        for (int i = text.AsSpan().IndexOfAny(marks); i >= 0;)
        {
            if (i > 0 && i + 1 < text.Length && Characters.IsHan(text[i - 1]) && Characters.IsHan(text[i + 1])) places.Add(i);
            int next = text.AsSpan(i + 1).IndexOfAny(marks);
            i = next < 0 ? -1 : i + 1 + next;
        }
        return places;
    }

    // The quotes of lines whose quotes all pair up around Chinese.
    private static List<int> Pairs(string text, char open, char close)
    {
        var places = new List<int>();
        for (int start = 0; start < text.Length;)
        {
            int length = text.AsSpan(start).IndexOf('\n');
            int end = length < 0 ? text.Length : start + length, before = places.Count;
            if (!TakePairs(text, start, end, open, close, places)) places.RemoveRange(before, places.Count - before);
            start = end + 1;
        }
        return places;
    }

    private static bool TakePairs(string text, int start, int end, char open, char close, List<int> places)
    {
        int opened = -1;
        for (int i = start; i < end; i++)
        {
            if (text[i] != open && text[i] != close) continue;
            if (opened < 0 ? text[i] != open : text[i] != close || i == opened + 1 || !Characters.IsHan(text[opened + 1]) || !Characters.IsHan(text[i - 1])) return false;
            places.Add(i);
            opened = opened < 0 ? i : -1;
        }
        return opened < 0;
    }

    private static void Replace(string text, int i, string right, string reason, StageOutput output)
    {
        if (i + 1 < text.Length && Characters.IsCombining(text[i + 1])) return;
        output.Edits.Add(new TextEdit(i, text[i].ToString(), right, EditKind.Width, 0.95, "mixed-punctuation", reason));
    }
}
