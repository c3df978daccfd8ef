using System.Buffers;
using TextRepair.Models;

namespace TextRepair.Cleaning;

/// <summary>Makes a pair of the brackets of a scan, both of the width and the kind that one of them or its place shows.</summary>
internal sealed class ScanBracketStage : IStage
{
    private const int Longest = 200;

    private static readonly SearchValues<char> Brackets = SearchValues.Create("()（）〈《【");

    /// <inheritdoc/>
    public void Run(string text, StageOutput output)
    {
        if (!PunctuationStyle.Of(text).IsFullWidth) return;
        ReadOnlySpan<char> all = text;
        int open = -1;
        for (int i = all.IndexOfAny(Brackets); i >= 0;)
        {
            if (text[i] is not (')' or '）'))
            {
                open = i;
            }
            else
            {
                if (open >= 0 && i - open <= Longest && !all[open..i].Contains('\n')) Pair(text, open, i, output);
                else if (text[i] == ')') Judge(text, i, output);
                open = -1;
            }
            int next = all[(i + 1)..].IndexOfAny(Brackets);
            i = next < 0 ? -1 : i + 1 + next;
        }
    }

    // "a) 中文": the space is what is left of the width.
    private static void Judge(string text, int close, StageOutput output)
    {
        ScanMark mark = new(text, close);
        if (mark.IsSpaced && !mark.IsLast && char.IsAsciiLetterOrDigit(mark.Left) && Characters.IsHan(mark.Right)) ScanPunctuationStage.Replace(text, close, "）", output);
    }

    // A closing bracket says what the opening one was, and both are of one width.
    private static void Pair(string text, int open, int close, StageOutput output)
    {
        char left = text[open], right = text[close];
        bool isFull = left switch
        {
            '（' => right == ')',
            '(' => right == '）' || IsFree(text, open, close),
            _ => !text.AsSpan(open, close - open).Contains(left switch { '〈' => '〉', '《' => '》', _ => '】' }),
        };
        if (!isFull) return;
        if (left != '（') ScanPunctuationStage.Replace(text, open, "（", output);
        if (right != '）') ScanPunctuationStage.Replace(text, close, "）", output);
    }

    // " (中文) ": the spaces are what is left of the width; "(中文)" tight in a sentence is half-width in print.
    private static bool IsFree(string text, int open, int close)
    {
        ScanMark left = new(text, open), right = new(text, close);
        bool hasChinese = text.AsSpan(open, close - open).IndexOfAnyInRange('\u4e00', '\u9fff') >= 0;
        bool spacedLeft = left.IsApart && ScanMark.IsChinese(left.Left), spacedRight = right.IsSpaced && !right.IsLast;
        if (spacedLeft && right.IsFree) return true;
        if (left.IsFirst) return hasChinese ? right.IsFree : spacedRight && IsNumber(text.AsSpan(open + 1, close - open - 1));
        return spacedLeft || (spacedRight && (hasChinese ? Characters.IsHan(right.Left) : Characters.IsHan(right.Right)));
    }

    private static bool IsNumber(ReadOnlySpan<char> inside) => inside.Trim().Length is > 0 and < 3 && inside.Trim().IndexOfAnyExceptInRange('0', '9') < 0;
}
