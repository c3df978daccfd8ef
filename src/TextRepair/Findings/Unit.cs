using System.Buffers;

namespace TextRepair.Findings;

/// <summary>A unit that wants a figure before it.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends, exclusive.</param>
internal readonly record struct Unit(int Start, int End)
{
    // Each is found by its last character, the longer ones of a character first.
    private static readonly string[] Words =
    [
        "亿美元", "亿港元", "亿欧元", "万美元", "万港元", "万欧元", "亿元", "万元", "美元", "港元", "欧元", "元", "个百分点", "百分点", "平方公里", "公里",
        "平方千米", "平方米", "立方米", "千米", "厘米", "毫米", "米", "公顷", "公斤", "吨", "亩", "倍", "℃", "%", "％", "亿", "万",
    ];

    // 亿 and 万 before these are the beginning of a longer unit.
    private const string Currencies = "元美港欧日英韩卢";

    /// <summary>Gets the characters that units end with.</summary>
    public static string Ends { get; } = string.Concat(Words.Select(word => word[^1]).Distinct());

    // In the order of their ends.
    private static readonly string[][] WordsByEnd = [.. Words.GroupBy(word => word[^1]).Select(group => group.ToArray())];

    private static readonly SearchValues<char> Anchors = SearchValues.Create(Ends);

    /// <summary>Tells whether a unit may end with a character.</summary>
    public static bool IsEnd(char c) => Anchors.Contains(c);

    /// <summary>Finds the unit that ends with the anchor at a place.</summary>
    public static Unit? At(ReadOnlySpan<char> text, int anchor)
    {
        int end = Ends.IndexOf(text[anchor], StringComparison.Ordinal);
        return end < 0 ? null : At(text, anchor, WordsByEnd[end]);
    }

    private static Unit? At(ReadOnlySpan<char> text, int anchor, string[] words)
    {
        ReadOnlySpan<char> before = text[..(anchor + 1)];
        foreach (string word in words)
        {
            if (!before.EndsWith(word, StringComparison.Ordinal)) continue;
            if (text[anchor] is '亿' or '万' && anchor + 1 < text.Length && Currencies.Contains(text[anchor + 1], StringComparison.Ordinal)) return null;
            return new Unit(anchor + 1 - word.Length, anchor + 1);
        }
        return null;
    }
}
