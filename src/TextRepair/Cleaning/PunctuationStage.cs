using System.Buffers;
using TextRepair.Models;

namespace TextRepair.Cleaning;

/// <summary>On request: half-width punctuation between Han characters becomes full-width, doubled commas and full stops single.</summary>
internal sealed class PunctuationStage(CharacterForms forms) : IStage
{
    private const string HalfWidth = ",;:?!()", FullWidth = "，；：？！（）";

    private static readonly SearchValues<char> Marks = SearchValues.Create(",;:?!()，。、；");

    /// <inheritdoc/>
    public void Run(string text, StageOutput output)
    {
        ReadOnlySpan<char> all = text;
        for (int i = all.IndexOfAny(Marks); i >= 0;)
        {
            int end = i + 1;
            while (end < all.Length && all[end] == all[i]) end++;
            Judge(text, i, end, output);
            int next = all[end..].IndexOfAny(Marks);
            i = next < 0 ? -1 : end + next;
        }
    }

    private void Judge(string text, int start, int end, StageOutput output)
    {
        char c = text[start];
        bool isDoubled = end - start == 2 && c is '，' or '。' or '、' or '；' or ',' or ';' && (forms & CharacterForms.Doubled) != 0;
        if (isDoubled && end - start == 2) Replace(text, start + 1, "", "doubled-punctuation", "the same mark stands before it", output);
        int kind = HalfWidth.IndexOf(c, StringComparison.Ordinal);
        if (kind < 0 || (forms & CharacterForms.Punctuation) == 0 || (end - start > 1 && !isDoubled)) return;
        bool opens = c == '(';
        char neighbour = opens ? (end < text.Length ? text[end] : '\0') : start > 0 ? text[start - 1] : '\0';
        if (Characters.IsHan(neighbour) || neighbour is '”' or '》' or '）' or '“' or '《')
            Replace(text, start, FullWidth[kind].ToString(), "punctuation-width", "half-width punctuation beside a Han character, asked to be full-width", output);
    }

    private static void Replace(string text, int i, string replacement, string rule, string reason, StageOutput output)
    {
        if (i + 1 < text.Length && Characters.IsCombining(text[i + 1])) return;
        output.Edits.Add(new TextEdit(i, text[i].ToString(), replacement, EditKind.Width, 0.99, rule, reason));
    }
}
