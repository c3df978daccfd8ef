using TextRepair.Models;

namespace TextRepair.Cleaning;

/// <summary>Joins text whose characters all stand apart: 每 个 字 之 间.</summary>
/// <remarks>Only where the whole text is so, and is prose: lists of characters and texts divided into words stay as they are.</remarks>
internal sealed class SpacedTextStage : IStage
{
    private const int FewestApart = 40, MostTogether = 20, MostOfMark = 60;
    private const string Marks = "，。、；：！？,;:!?.%（）()《》“”—-";

    /// <inheritdoc/>
    public void Run(string text, StageOutput output)
    {
        ReadOnlySpan<char> all = text;
        if (output.AnchorsOf(text).BlankCount < all.Length / 3 || !IsSpaced(all)) return;
        for (int i = 1; i + 1 < all.Length; i++)
            if (IsBlank(all[i]) && Joins(all[i - 1], all[i + 1]) && !Characters.IsCombining(all[i + 1]))
                output.Edits.Add(new TextEdit(i, text[i].ToString(), "", EditKind.Layout, 0.98, "spaced-text", "all characters of the text stand apart"));
    }

    private static bool IsSpaced(ReadOnlySpan<char> text)
    {
        int apart = 0, together = 0, marks = 0;
        for (int i = 1; i < text.Length; i++)
        {
            if (Characters.EndsSentence(text[i]) || Characters.IsComma(text[i])) marks++;
            if (!Characters.IsHan(text[i])) continue;
            if (Characters.IsHan(text[i - 1])) together++;
            else if (i > 1 && IsBlank(text[i - 1]) && Characters.IsHan(text[i - 2])) apart++;
        }
        return apart >= FewestApart && together * MostTogether <= apart && marks * MostOfMark >= apart;
    }

    private static bool IsBlank(char c) => c is ' ' or '\u3000';

    private static bool Joins(char left, char right) =>
        (IsText(left) && IsText(right)) || (Characters.IsHan(left) && char.IsAsciiLetter(right)) || (char.IsAsciiLetter(left) && Characters.IsHan(right));

    private static bool IsText(char c) => Characters.IsHan(c) || char.IsAsciiDigit(c) || Marks.Contains(c, StringComparison.Ordinal);
}
