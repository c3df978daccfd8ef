using System.Buffers;
using TextRepair.Models;

namespace TextRepair.Cleaning;

/// <summary>Gives the punctuation of a scan the width and the shape that the document's own style asks for.</summary>
/// <remarks>
/// Readers of scans write a full-width mark as a half-width one with a space beside it. Where marks stand tight between
/// Han characters, half-width is the document's style; a document with more half-width commas than full-width ones is left alone.
/// </remarks>
internal sealed class ScanPunctuationStage : IStage
{
    private const string Half = ":;!?", Full = "：；！？";

    private static readonly SearchValues<char> Marks = SearchValues.Create(":;!?()*〈《【");

    /// <inheritdoc/>
    public void Run(string text, StageOutput output)
    {
        if (!IsFullWidth(text)) return;
        ReadOnlySpan<char> all = text;
        int open = -1;
        for (int i = all.IndexOfAny(Marks); i >= 0;)
        {
            char c = text[i];
            if (c is '(' or '〈' or '《' or '【') open = i;
            else if (c == ')') open = Pair(text, open, i, output);
            else Judge(text, i, output);
            int next = all[(i + 1)..].IndexOfAny(Marks);
            i = next < 0 ? -1 : i + 1 + next;
        }
    }

    private static bool IsFullWidth(ReadOnlySpan<char> text)
    {
        int full = text.Count('，') + text.Count('。'), half = 0;
        for (int i = 1; i < text.Length; i++) if (text[i] is ',' or '.' && Characters.IsHan(text[i - 1])) half++;
        return full > 0 && full >= half;
    }

    private static void Judge(string text, int i, StageOutput output)
    {
        if (i == 0) return;
        char left = text[i - 1], right = i + 1 < text.Length ? text[i + 1] : '\n';
        bool isChinese = IsChinese(left), isFree = right is ' ' or '\n' or '“' or '《' or '（';
        if (text[i] == '*')
        {
            if (left == ' ' && i > 1) left = text[i - 2];
            if (Characters.IsHan(left) && right is ' ' or '\n') Replace(text, i, "。", output);
            return;
        }
        bool isSemicolon = text[i] == ';' && Characters.IsHan(left) && Characters.IsHan(right);
        if ((isChinese && isFree) || isSemicolon) Replace(text, i, Full[Half.IndexOf(text[i], StringComparison.Ordinal)].ToString(), output);
    }

    // A closing bracket says what the opening one was, and both are of one width.
    private static int Pair(string text, int open, int close, StageOutput output)
    {
        const int Longest = 200;
        if (open < 0 || close - open > Longest || text.AsSpan(open, close - open).Contains('\n')) return -1;
        if (text[open] != '(')
        {
            char own = text[open] switch { '〈' => '〉', '《' => '》', _ => '】' };
            if (text.AsSpan(open, close - open).Contains(own)) return -1;
            Replace(text, open, "（", output);
            Replace(text, close, "）", output);
            return -1;
        }
        if (!IsFree(text, open, close)) return -1;
        Replace(text, open, "（", output);
        Replace(text, close, "）", output);
        return -1;
    }

    // " (中文) ": the spaces are what is left of the width; "(中文)" tight in a sentence is half-width in print.
    private static bool IsFree(string text, int open, int close)
    {
        bool hasChinese = text.AsSpan(open, close - open).IndexOfAnyInRange('\u4e00', '\u9fff') >= 0;
        char left = open > 0 ? text[open - 1] : '\n', right = close + 1 < text.Length ? text[close + 1] : '\n';
        bool spacedLeft = left == ' ' && open > 1 && IsChinese(text[open - 2]), spacedRight = right == ' ' && close + 2 < text.Length;
        if (spacedLeft && (spacedRight || right == '\n')) return true;
        if (left == '\n') return hasChinese ? spacedRight || right == '\n' : spacedRight && IsNumber(text.AsSpan(open + 1, close - open - 1));
        return spacedLeft || (spacedRight && hasChinese && Characters.IsHan(text[close - 1]));
    }

    private static bool IsNumber(ReadOnlySpan<char> inside) => inside.Length is > 0 and < 3 && inside.IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsChinese(char c) => Characters.IsHan(c) || c is '”' or '》' or '）' or '】' or ')';

    private static void Replace(string text, int i, string replacement, StageOutput output)
    {
        if (i + 1 < text.Length && Characters.IsCombining(text[i + 1])) return;
        output.Edits.Add(new TextEdit(i, text[i].ToString(), replacement, EditKind.Width, 0.95, "scan-punctuation", "the width and shape that this document's other marks have"));
    }
}
