using CsCheck;

namespace TextRepair.Tests;

/// <summary>Random texts for properties: dictionary words, punctuation, figures, Latin, surrogates lone and paired, white space.</summary>
internal static class Texts
{
    private static readonly string[] Pieces =
    [
        "效劳", "根底", "设施", "原那么", "那么", "开展", "工程", "各工程标", "假设", "经济", "到达", "的", "了", "我们", "活动", "缺乏",
        "，", "。", "、", "“", "”", "（", "）", ",", ".", "\n", "\r\n", "\n\n", " ", "\u3000", "\u200b", "\ufeff", "⼯", "１２", "12", "2023亿元", "完成亿元", "3、", "第3页",
        "abc", "GDP", "\ud83d\ude00", "\ud83d", "\ude00", "e\u0301", "xx年", "発展", "發展", "--", "——", "…", "%", "|", "#",
    ];

    public static Gen<string> Any { get; } =
        Gen.Frequency(
            (8, Gen.OneOfConst(Pieces)),
            (1, Gen.Char['\u4e00', '\u9fa5'].Select(c => c.ToString())),
            (1, Gen.Char.Select(c => c.ToString())))
        .Array[0, 60].Select(string.Concat);
}
