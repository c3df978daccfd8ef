using TextRepair.Anchoring;
using TextRepair.Models;

namespace TextRepair.Cleaning;

/// <summary>Joins text whose characters all stand apart: 每 个 字 之 间.</summary>
/// <remarks>Only where the whole text is so, or a whole line, and is prose: lists of characters and texts divided into words stay as they are.</remarks>
internal sealed class SpacedTextStage : IStage
{
    private const int FewestApart = 40, FewestOfLine = 20, MostTogether = 20, MostOfMark = 60;
    private const string Marks = "，。、；：！？,;:!?.%（）()《》“”—-";

    /// <inheritdoc/>
    public void Run(string text, StageOutput output)
    {
        ReadOnlySpan<char> all = text;
        TextAnchors anchors = output.AnchorsOf(text);
        if (anchors.BlankCount < FewestOfLine) return;
        if (anchors.BlankCount >= all.Length / 3 && IsSpaced(all, FewestApart))
        {
            Join(text, 0, all.Length, "all characters of the text stand apart", output);
            return;
        }
        int start = 0;
        foreach (int end in anchors.LineEnds)
        {
            JoinLine(text, start, end, output);
            start = end + 1;
        }
        JoinLine(text, start, all.Length, output);
    }

    private static void JoinLine(string text, int start, int end, StageOutput output)
    {
        ReadOnlySpan<char> line = text.AsSpan(start, end - start);
        if (line.Length < 2 * FewestOfLine || line.Count(' ') + line.Count('\u3000') < line.Length / 3) return;
        if (IsSpaced(line, FewestOfLine)) Join(text, start, end, "all characters of the line stand apart", output);
    }

    private static void Join(string text, int start, int end, string reason, StageOutput output)
    {
        for (int i = start + 1; i + 1 < end; i++)
            if (IsBlank(text[i]) && Joins(text[i - 1], text[i + 1]) && !Characters.IsCombining(text[i + 1]))
                output.Edits.Add(new TextEdit(i, text[i].ToString(), "", EditKind.Layout, 0.98, "spaced-text", reason));
    }

    private static bool IsSpaced(ReadOnlySpan<char> text, int fewest)
    {
        int apart = 0, together = 0, marks = 0;
        for (int i = 1; i < text.Length; i++)
        {
            if (Characters.EndsSentence(text[i]) || Characters.IsComma(text[i])) marks++;
            if (!Characters.IsHan(text[i])) continue;
            if (Characters.IsHan(text[i - 1])) together++;
            else if (i > 1 && IsBlank(text[i - 1]) && Characters.IsHan(text[i - 2])) apart++;
        }
        return apart >= fewest && together * MostTogether <= apart && marks * MostOfMark >= apart;
    }

    private static bool IsBlank(char c) => c is ' ' or '\u3000';

    private static bool Joins(char left, char right) =>
        (IsText(left) && IsText(right)) || (Characters.IsHan(left) && char.IsAsciiLetter(right)) || (char.IsAsciiLetter(left) && Characters.IsHan(right));

    private static bool IsText(char c) => Characters.IsHan(c) || char.IsAsciiDigit(c) || Marks.Contains(c, StringComparison.Ordinal);
}
