using TextRepair.Anchoring;
using TextRepair.Models;

namespace TextRepair.Findings;

/// <summary>Reports characters of private use beside Chinese: signs and bullets that only the font of the original tells.</summary>
internal sealed class PrivateUseStage : IStage
{
    private const char First = '\ue000', Last = '\uf8ff';

    // Where word processors keep the signs of Symbol and Wingdings.
    private const char FirstSymbol = '\uf020', LastSymbol = '\uf0ff';

    /// <inheritdoc/>
    public void Run(string text, StageOutput output)
    {
        if ((output.AnchorsOf(text).Rare & RareKinds.PrivateUse) == 0) return;
        ReadOnlySpan<char> all = text;
        for (int i = all.IndexOfAnyInRange(First, Last); i >= 0;)
        {
            int length = all[i..].IndexOfAnyExceptInRange(First, Last), end = length < 0 ? all.Length : i + length;
            if (StandsInChinese(all, i, end)) Report(text, i, end, output);
            int next = all[end..].IndexOfAnyInRange(First, Last);
            i = next < 0 ? -1 : end + next;
        }
    }

    // What touches a Han character was set with it; an icon that is spoken of stands apart.
    private static bool StandsInChinese(ReadOnlySpan<char> text, int start, int end) =>
        (start > 0 && Characters.IsHan(text[start - 1])) || (end < text.Length && Characters.IsHan(text[end])) || IsBullet(text, start, end);

    private static bool IsBullet(ReadOnlySpan<char> text, int start, int end)
    {
        if (text[start] is < FirstSymbol or > LastSymbol || text[..start].TrimEnd(" \t\u3000") is not ([] or [.., '\n'])) return false;
        ReadOnlySpan<char> content = text[end..].TrimStart(" \t\u3000");
        return content.Length > 0 && Characters.IsHan(content[0]);
    }

    private static void Report(string text, int start, int end, StageOutput output)
    {
        string what = end - start == 1 ? $"U+{(int)text[start]:X4} is a character" : $"These {end - start} are characters";
        output.Findings.Add(new Finding(start, end - start, FindingKind.Mojibake,
            $"{what} of private use; expected a sign, a bullet or a rare character, which only the font of the original tells."));
    }
}
