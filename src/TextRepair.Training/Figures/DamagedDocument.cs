using System.Text;
using System.Text.RegularExpressions;

namespace TextRepair.Training;

/// <summary>A text damaged by simulation: one pass over the raw text that replaces originals of the 54 pairs that the first prototype was measured with.</summary>
/// <param name="Text">The damaged text.</param>
/// <param name="Places">The swapped words, by start.</param>
internal sealed record DamagedDocument(string Text, IReadOnlyList<DamagedPlace> Places)
{
    private static readonly Dictionary<string, string> Pairs = (
        "发展→开展 服务→效劳 项目→工程 基础→根底 则→那么 达到→到达 不足→缺乏 贡献→奉献 反映→反响 部分→局部 计划→方案 体现→表达 对比→比照 分离→别离 " +
        "拆除→撤除 广大→广阔 基本→根本 安全→平安 若→假设 结构→构造 规范→标准 健康→安康 表面→外表 巩固→稳固 最佳→最正确 机会→时机 忽视→无视 下列→以下 " +
        "处罚→处分 故意→成心 承担→承当 购买→购置 症状→病症 开始→开场 办法→方法 描述→描绘 改进→改良 规避→躲避 多次→屡次 进行→进展 比较→比拟 允许→容许 " +
        "督促→催促 成本→本钱 巨大→宏大 密切→亲密 相互→互相 材料→资料 交叉→穿插 动员→发动 发明→创造 坚固→巩固")
        .Split(' ').Select(pair => pair.Split('→')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    private static readonly Regex Originals = new(string.Join('|', Pairs.Keys.OrderByDescending(word => word.Length)), RegexOptions.CultureInvariant);

    /// <summary>Damages a text.</summary>
    /// <param name="text">The clean text.</param>
    /// <param name="name">Its name, which draws the swaps that are in force.</param>
    /// <param name="inForce">How many of them are, from 0 to 1.</param>
    public static DamagedDocument Create(string text, string name, double inForce)
    {
        var damaged = new StringBuilder();
        var places = new List<DamagedPlace>();
        int done = 0;
        foreach (Match match in Originals.Matches(text))
        {
            if (Draw.Of(name + match.Value) >= inForce) continue;
            damaged.Append(text, done, match.Index - done);
            places.Add(new DamagedPlace(damaged.Length, Pairs[match.Value], match.Value));
            damaged.Append(Pairs[match.Value]);
            done = match.Index + match.Length;
        }
        return new DamagedDocument(damaged.Append(text, done, text.Length - done).ToString(), places);
    }

    /// <summary>Counts the edits of this text.</summary>
    public PlaceCounts Count(EditList edits)
    {
        int right = Places.Count(place => edits.Any(place.IsRepairedBy));
        return new PlaceCounts(right, edits.Count(edit => !Places.Any(place => place.IsRepairedBy(edit))), Places.Count - right);
    }
}
