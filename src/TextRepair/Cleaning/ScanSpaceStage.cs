using TextRepair.Models;

namespace TextRepair.Cleaning;

/// <summary>Takes the spaces out of a scan that its reader set beside punctuation.</summary>
internal sealed class ScanSpaceStage : IStage
{
    private const string After = "，。、；：！？）》】”〉", Before = "，。、；：！？）》】”（《【“〈";

    /// <inheritdoc/>
    public void Run(string text, StageOutput output)
    {
        bool keepsComma = IsRule(text, '，'), keepsStop = IsRule(text, '。');
        ReadOnlySpan<char> all = text;
        for (int i = all.IndexOf(' '); i >= 0;)
        {
            int end = i + 1;
            while (end < text.Length && text[end] == ' ') end++;
            if (i > 0 && end < text.Length && IsStray(text[i - 1], text[end], keepsComma, keepsStop))
                output.Edits.Add(new TextEdit(i, text[i..end], "", EditKind.Layout, 0.95, "stray-space", "the reader of a scan sets spaces beside punctuation"));
            int next = all[end..].IndexOf(' ');
            i = next < 0 ? -1 : end + next;
        }
    }

    private static bool IsStray(char left, char right, bool keepsComma, bool keepsStop)
    {
        if (left == '\n' || right == '\n' || (IsOpening(left) && IsClosing(right))) return false;
        // Nobody sets a space before a mark.
        if (right is ',' or '.' or ';' or ':' or '!' or '?' or ')' && (Characters.IsHan(left) || char.IsAsciiDigit(left))) return true;
        if (Before.Contains(right, StringComparison.Ordinal) && !(IsOpening(right) && char.IsAscii(left))) return true;
        if (IsOpening(left) && left != '(') return true;
        if (left == '，' && keepsComma) return false;
        if (left == '。' && keepsStop) return false;
        return After.Contains(left, StringComparison.Ordinal);
    }

    // （ ） is a blank to be filled in.
    private static bool IsOpening(char c) => c is '（' or '(' or '“' or '《' or '【' or '〈';

    private static bool IsClosing(char c) => c is '）' or ')' or '”' or '》' or '】' or '〉';

    // Whoever sets a space after every comma does so on purpose.
    private static bool IsRule(ReadOnlySpan<char> text, char mark)
    {
        int spaced = 0, tight = 0;
        for (int i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] != mark) continue;
            if (text[i + 1] == ' ') spaced++;
            else if (Characters.IsHan(text[i + 1])) tight++;
        }
        return spaced >= 3 && spaced > tight;
    }
}
