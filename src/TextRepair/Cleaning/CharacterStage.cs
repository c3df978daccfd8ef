using TextRepair.Anchoring;
using TextRepair.Models;

namespace TextRepair.Cleaning;

/// <summary>Replaces characters by their ordinary forms, one by one, where a Han character stands beside them.</summary>
internal sealed class CharacterStage(CharacterForms forms) : IStage
{
    /// <inheritdoc/>
    public void Run(string text, StageOutput output)
    {
        RareKinds rare = output.AnchorsOf(text).Rare;
        if ((forms & CharacterForms.Invisible) != 0 && (rare & RareKinds.Invisible) != 0)
        {
            Scan(text, '\u200b', '\u200f', output);
            Scan(text, '\u2060', '\u2060', output);
            Scan(text, '\u00ad', '\u00ad', output);
            Scan(text, '\ufeff', '\ufeff', output);
        }
        if ((forms & CharacterForms.Compatibility) != 0 && (rare & RareKinds.CompatibilityForm) != 0)
        {
            Scan(text, '\u2e80', '\u2fd5', output);
            Scan(text, '\uf900', '\ufad9', output);
        }
        if ((forms & CharacterForms.FullWidth) == 0) return;
        Scan(text, '０', '９', output);
        Scan(text, 'Ａ', 'Ｚ', output);
        Scan(text, 'ａ', 'ｚ', output);
    }

    // One vectorised pass for each range costs next to nothing; a set of all of them would be tested character by character.
    private static void Scan(string text, char first, char last, StageOutput output)
    {
        ReadOnlySpan<char> all = text;
        for (int i = all.IndexOfAnyInRange(first, last); i >= 0;)
        {
            Judge(text, i, output);
            int next = all[(i + 1)..].IndexOfAnyInRange(first, last);
            i = next < 0 ? -1 : i + 1 + next;
        }
    }

    private static void Judge(string text, int i, StageOutput output)
    {
        char c = text[i];
        if (c is >= '０' and <= 'ｚ')
        {
            Replace(text, i, ((char)(c - 0xfee0)).ToString(), "full-width", "a full-width form, asked to be half-width", output);
        }
        else if (c is >= '\u2e80' and <= '\ufad9')
        {
            char ordinary = CompatibilityForms.Ordinary(c);
            if (ordinary != c && HasHanNeighbour(text, i)) Replace(text, i, ordinary.ToString(), "compatibility-form", $"U+{(int)c:X4} is another code point for {ordinary}", output);
        }
        else if (IsRemovable(text, i))
        {
            Replace(text, i, "", "invisible", $"U+{(int)c:X4} is invisible and means nothing beside Han characters", output);
        }
    }

    // Joiners belong to emoji and to Indic scripts, soft hyphens to Latin words: beside Han characters they mean nothing.
    private static bool IsRemovable(string text, int i)
    {
        if (i == 0) return false;
        int left = i - 1, right = i + 1;
        while (left > 0 && IsInvisible(text[left]) && i - left < 8) left--;
        while (right < text.Length && IsInvisible(text[right]) && right - i < 8) right++;
        if (right < text.Length && Characters.IsCombining(text[right])) return false;
        bool leftHan = IsChinese(text[left]), rightHan = right < text.Length && IsChinese(text[right]);
        return text[i] is '\u200c' or '\u200d' or '\u200e' or '\u200f' ? leftHan && rightHan : leftHan || rightHan;
    }

    private static bool IsInvisible(char c) => c is (>= '\u200b' and <= '\u200f') or '\u2060' or '\u00ad' or '\ufeff';

    private static bool IsChinese(char c) => Characters.IsHan(c) || c is '，' or '。' or '、' or '；' or '：' or '“' or '”' or '《' or '》' or '（' or '）';

    private static bool HasHanNeighbour(string text, int i) =>
        (i > 0 && Characters.IsHan(text[i - 1])) || (i + 1 < text.Length && Characters.IsHan(text[i + 1])) || IsAmongForms(text, i);

    // 信⽤⼯具: forms stand side by side; the run of them counts, not its single members.
    private static bool IsAmongForms(string text, int i)
    {
        const int Reach = 8;
        for (int k = i - 1; k >= 0 && i - k < Reach; k--)
        {
            if (Characters.IsHan(text[k])) return true;
            if (CompatibilityForms.Ordinary(text[k]) == text[k]) break;
        }
        for (int k = i + 1; k < text.Length && k - i < Reach; k++)
        {
            if (Characters.IsHan(text[k])) return true;
            if (CompatibilityForms.Ordinary(text[k]) == text[k]) break;
        }
        return false;
    }

    private static void Replace(string text, int i, string replacement, string rule, string reason, StageOutput output)
    {
        if (i + 1 < text.Length && Characters.IsCombining(text[i + 1])) return;
        output.Edits.Add(new TextEdit(i, text[i].ToString(), replacement, EditKind.Width, 0.99, rule, reason));
    }
}
