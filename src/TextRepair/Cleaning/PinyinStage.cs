using TextRepair.Models;

namespace TextRepair.Cleaning;

/// <summary>On request: pinyin in brackets that a converter drove in after a character is removed, 开(kāi)展 → 开展.</summary>
internal sealed class PinyinStage : IStage
{
    private const int LongestSyllable = 7;

    // Every syllable has one of these; with the tone written, few of anything else.
    private const string Toned = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ";

    /// <inheritdoc/>
    public void Run(string text, StageOutput output)
    {
        ReadOnlySpan<char> all = text;
        for (int i = all.IndexOfAny('(', '（'); i >= 0;)
        {
            int length = i > 0 && Characters.IsHan(all[i - 1]) ? LengthOfReading(all[i..]) : 0;
            if (length > 0) output.Edits.Add(new TextEdit(i, text.Substring(i, length), "", EditKind.Width, 0.98, "pinyin", "the reading of the character before it, in brackets"));
            int next = all[(i + 1)..].IndexOfAny('(', '（');
            i = next < 0 ? -1 : i + 1 + next;
        }
    }

    private static int LengthOfReading(ReadOnlySpan<char> text)
    {
        int i = 1, toned = 0;
        while (i < text.Length && i <= LongestSyllable && (char.IsAsciiLetterLower(text[i]) || IsToned(text[i]))) toned += IsToned(text[i++]) ? 1 : 0;
        return i > 1 && i < text.Length && toned == 1 && text[i] is ')' or '）' ? i + 1 : 0;
    }

    private static bool IsToned(char c) => Toned.Contains(c, StringComparison.Ordinal);
}
