using TextRepair.Models;

namespace TextRepair.Findings;

/// <summary>Tells whether a figure is gone before a unit.</summary>
internal static class MissingFigure
{
    // Words that want a figure after them. 投资 or 收入 alone do too, but 投资亿元以上 is also said of a class of things.
    private static readonly string[] Wanting =
    [
        "完成", "完成了", "达", "达到", "达到了", "到达", "到达了", "实现", "实现了", "收入", "支出", "增加值", "总值", "产值", "总额", "总量", "余额", "资金", "贷款", "存款",
        "投资", "投入", "投入了", "总投资", "利润", "利税", "税收", "为", "约", "约为", "共计", "合计", "总计", "计", "仅", "增长", "增长了", "增幅", "下降", "下降了",
        "提高", "提高了", "提升", "提升了", "降低", "降低了", "上升", "上升了", "回落", "回落了", "减少", "减少了", "增加", "增加了", "高出", "高出了", "高于", "低于",
        "分别", "分别为", "接近", "超过", "突破", "占", "占到", "占比", "比重", "面积", "占用", "占用了", "占地", "扩大到", "达成", "筹集", "筹集了", "争取", "拨付", "比例",
        "提高到", "下降到", "增加到", "上升到", "同比增长", "同比下降", "率", "率为", "均", "同比", "近", "新增", "节约", "减免", "缴纳", "上缴", "引进", "签约",
    ];

    private static readonly int Longest = Wanting.Max(word => word.Length);
    private static readonly HashSet<string> Words = new(Wanting, StringComparer.Ordinal);

    /// <summary>Tells whether the unit has no figure and its neighbours want one.</summary>
    public static bool Before(ReadOnlySpan<char> text, Unit unit)
    {
        int left = SkipBlanks(text, unit.Start);
        if (left == 0 || HasFigure(text[left - 1]) || !EndsHere(text, unit)) return false;
        return IsWanted(text, left) || (text[left - 1] is '和' or '与' or '及' or '、' or ',' or '，' or '到' or '至' && FollowsGap(text, unit, left - 1));
    }

    /// <summary>Reports the gap.</summary>
    public static void Report(ReadOnlySpan<char> text, Unit unit, StageOutput output)
    {
        string name = text[unit.Start..unit.End].ToString();
        output.Findings.Add(new Finding(unit.Start, 0, FindingKind.MissingFigure,
            $"There is no figure before {name}; expected one. Nothing in the text tells what it was."));
        ReportBeforeConjunction(text, unit, output);
    }

    // 高出和个百分点: one unit stands for two figures, and both are gone.
    private static void ReportBeforeConjunction(ReadOnlySpan<char> text, Unit unit, StageOutput output)
    {
        int at = SkipBlanks(text, unit.Start) - 1;
        if (at <= 0 || text[at] is not ('和' or '与' or '及')) return;
        int left = at;
        while (left > 0 && (text[left - 1] is '、' or ' ')) left--;
        if (left < at && left > 0 && char.IsAsciiDigit(text[left - 1])) left = SkipBlanks(text, left - 1);
        if (!IsWanted(text, left)) return;
        output.Findings.Add(new Finding(left, 0, FindingKind.MissingFigure,
            "There is no figure after a word that wants one; expected as many as are counted up. Nothing in the text tells what it was."));
    }

    private static bool IsWanted(ReadOnlySpan<char> text, int end)
    {
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> words = Words.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int length = Math.Min(Longest, end); length > 0; length--)
            if (words.Contains(text.Slice(end - length, length))) return true;
        return false;
    }

    // In 增长%和% or 高出和个百分点 the second figure is missing where the first one is.
    private static bool FollowsGap(ReadOnlySpan<char> text, Unit unit, int at)
    {
        const int Reach = 12;
        ReadOnlySpan<char> name = text[unit.Start..unit.End];
        for (int i = at; i > 0 && i > at - Reach; i--)
        {
            if (IsWanted(text, i)) return true;
            if (i >= name.Length && text[(i - name.Length)..i].SequenceEqual(name)) return i - name.Length > 0 && !HasFigure(text[i - name.Length - 1]);
            if (text[i - 1] is not ('、' or '和' or ' ' or ',' or '，') && !char.IsAsciiDigit(text[i - 1])) return false;
        }
        return false;
    }

    // 亿元产业, 投资亿元以上企业: the unit names a class. A figure is followed by the end of its clause or by what was measured.
    private static bool EndsHere(ReadOnlySpan<char> text, Unit unit)
    {
        if (unit.End >= text.Length) return true;
        char next = text[unit.End];
        return !Characters.IsHan(next) && !char.IsAsciiLetterOrDigit(next) || next is '和' or '与' or '及' or '的' or '左';
    }

    private static int SkipBlanks(ReadOnlySpan<char> text, int end)
    {
        while (end > 0 && text[end - 1] is ' ' or '\u3000') end--;
        return end;
    }

    private static bool HasFigure(char c) =>
        char.IsAsciiLetterOrDigit(c) || Characters.IsHanNumeral(c) || c is (>= '０' and <= '９') or '上' or '每' or '个' or '点' or '.' or '×' or '*' or '＊' or '_' or '○';
}
