using TextRepair.Anchoring;
using TextRepair.Models;

namespace TextRepair.Pairing;

/// <summary>Mends pairs of brackets whose halves are of different kinds: （…〕, 【…］.</summary>
/// <remarks>
/// Half-open intervals such as [0, 1) are right, and 〔2012〕12号 is. What a title mark is paired with is left alone: there
/// either half may be the wrong one. One pass with a stack; the stack is emptied at the end of a line.
/// </remarks>
internal sealed class BracketStage : IStage
{
    /// <summary>How sure an edit is: in 97 million characters of clean text 4 such pairs were found, all of them misprints.</summary>
    public const double Confidence = 0.97;
    private const int LongestContent = 60;
    private const int YearLength = 4;

    private readonly Pool<Stack<int>> _stacks = new(() => []);

    /// <inheritdoc/>
    public void Run(string text, StageOutput output)
    {
        ReadOnlySpan<char> all = text;
        if ((output.AnchorsOf(text).Rare & RareKinds.Bracket) == 0) return;
        Stack<int> open = _stacks.Take();
        for (int i = NextMark(all, 0); i < all.Length; i = NextMark(all, i + 1)) Take(all, i, open, output);
        open.Clear();
        _stacks.Give(open);
    }

    private static int NextMark(ReadOnlySpan<char> text, int start)
    {
        int found = text[start..].IndexOfAny(Brackets.MarksAndLineEnds);
        return found < 0 ? text.Length : start + found;
    }

    private static void Take(ReadOnlySpan<char> text, int i, Stack<int> open, StageOutput output)
    {
        BracketKind kind = Brackets.KindOf(text[i]);
        if (kind == BracketKind.None) open.Clear();
        else if (Brackets.IsOpening(text[i])) open.Push(i);
        else if (open.TryPop(out int start) && Brackets.KindOf(text[start]) != kind) TakeMismatch(text, start, i, open, output);
    }

    private static void TakeMismatch(ReadOnlySpan<char> text, int start, int end, Stack<int> open, StageOutput output)
    {
        // 【甲（乙】: the inner one has no end.
        if (open.TryPeek(out int wider) && Brackets.KindOf(text[wider]) == Brackets.KindOf(text[end])) open.Pop();
        // 【甲 1）乙】: the one that was opened has its end further on, and the one between is something else.
        else if (IsClosedLater(text, start, end)) open.Push(start);
        else if (end - start - 1 <= LongestContent && IsText(text[(start + 1)..end])) Mend(text, start, end, output);
    }

    // An end further on that is not the end of another pair; as far as two pairs may reach, so that all stays linear.
    private static bool IsClosedLater(ReadOnlySpan<char> text, int start, int end)
    {
        int limit = Math.Min(text.Length, end + 1 + (2 * LongestContent)), depth = 0;
        for (int i = end + 1; i < limit && text[i] is not ('\n' or '\r'); i++)
        {
            if (Brackets.KindOf(text[i]) != Brackets.KindOf(text[start])) continue;
            depth += Brackets.IsOpening(text[i]) ? 1 : -1;
            if (depth < 0) return true;
        }
        return false;
    }

    private static bool IsText(ReadOnlySpan<char> text) => Characters.HasHan(text) || IsYear(text);

    private static void Mend(ReadOnlySpan<char> text, int start, int end, StageOutput output)
    {
        switch (Brackets.KindOf(text[start]), Brackets.KindOf(text[end]))
        {
            // Copying made 〔 and 〕 of round brackets, one by one.
            case (BracketKind.Shell, BracketKind.Round) when !IsYear(text[(start + 1)..end]):
                Replace(text, start, text[end] == ')' ? '(' : '（', output);
                break;
            case (BracketKind.Round, BracketKind.Shell or BracketKind.Lens):
            case (BracketKind.Shell, BracketKind.Round or BracketKind.Square or BracketKind.Lens):
            case (BracketKind.Square, BracketKind.Shell or BracketKind.Lens):
            case (BracketKind.Lens, BracketKind.Round or BracketKind.Shell or BracketKind.Square):
                Replace(text, end, Brackets.PartnerOf(text[start]), output);
                break;
        }
    }

    private static bool IsYear(ReadOnlySpan<char> content) => content.Length == YearLength && !content.ContainsAnyExceptInRange('0', '9');

    private static void Replace(ReadOnlySpan<char> text, int place, char right, StageOutput output)
    {
        string reason = $"{text[place]} stands where {right} belongs, against the other half of a pair of brackets";
        output.Edits.Add(new TextEdit(place, text[place].ToString(), right.ToString(), EditKind.Quote, Confidence, "bracket-form", reason));
    }
}
