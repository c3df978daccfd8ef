using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TextRepair.Training;

/// <summary>Measures word substitutions on the held-out documents of a corpus: damaged by simulation, and clean.</summary>
/// <remarks>
/// Damage is one pass over the raw text that replaces every original of the 54 pairs that the first prototype was measured
/// with. Documents of share 0 with more than 400 characters, at most 80 of a source, sources with at least 20 of them.
/// </remarks>
public static class CorpusFigures
{
    private const int LeastLength = 400, MostDocuments = 80, LeastDocuments = 20;

    private static readonly Dictionary<string, string> Pairs = (
        "发展→开展 服务→效劳 项目→工程 基础→根底 则→那么 达到→到达 不足→缺乏 贡献→奉献 反映→反响 部分→局部 计划→方案 体现→表达 对比→比照 分离→别离 " +
        "拆除→撤除 广大→广阔 基本→根本 安全→平安 若→假设 结构→构造 规范→标准 健康→安康 表面→外表 巩固→稳固 最佳→最正确 机会→时机 忽视→无视 下列→以下 " +
        "处罚→处分 故意→成心 承担→承当 购买→购置 症状→病症 开始→开场 办法→方法 描述→描绘 改进→改良 规避→躲避 多次→屡次 进行→进展 比较→比拟 允许→容许 " +
        "督促→催促 成本→本钱 巨大→宏大 密切→亲密 相互→互相 材料→资料 交叉→穿插 动员→发动 发明→创造 坚固→巩固")
        .Split(' ').Select(pair => pair.Split('→')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    private static readonly Regex Originals = new(string.Join('|', Pairs.Keys.OrderByDescending(word => word.Length)), RegexOptions.CultureInvariant);

    /// <summary>Measures and writes one line a source and one line of sums.</summary>
    /// <param name="corpusFolder">A folder of gzip JSON lines, <c>*.jsonl.gz</c>.</param>
    /// <param name="options">The options to measure; only substitutions are looked at.</param>
    /// <param name="output">Receives the figures.</param>
    public static void Write(string corpusFolder, TextRepairOptions options, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(output);
        options.Kinds.Clear();
        options.Kinds.Add(EditKind.Substitution);
        var repairer = new TextRepairer(options);
        List<CorpusDocument> held = [.. Corpus.Read(corpusFolder).Where(d => d.Share < ModelTrainer.HeldOutShares)];
        WriteSimulated(held, repairer, output);
        WriteClean(held, repairer, output);
    }

    private static void WriteSimulated(List<CorpusDocument> held, TextRepairer repairer, TextWriter output)
    {
        var all = new List<(double P, double R, double F)>();
        IEnumerable<CorpusDocument> long0 = held.Where(d => d.Share == 0 && d.Text.EnumerateRunes().Count() > LeastLength);
        foreach (IGrouping<string, CorpusDocument> source in long0.GroupBy(d => d.Source, StringComparer.Ordinal))
        {
            List<CorpusDocument> documents = [.. source.Take(MostDocuments)];
            if (documents.Count < LeastDocuments) continue;
            (int right, int wrong, int missed) = Count(documents, repairer);
            double p = right / Math.Max(1.0, right + wrong), r = right / Math.Max(1.0, right + missed), f = 2 * p * r / Math.Max(1e-9, p + r);
            all.Add((p, r, f));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{source.Key,-30} documents {documents.Count,3}  P {p:0.000}  R {r:0.000}  F1 {f:0.000}"));
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"simulated damage, macro over {all.Count} sources: P {all.Average(a => a.P):0.0000}  R {all.Average(a => a.R):0.0000}  F1 {all.Average(a => a.F):0.0000}"));
    }

    private static (int Right, int Wrong, int Missed) Count(List<CorpusDocument> documents, TextRepairer repairer)
    {
        int right = 0, wrong = 0, missed = 0;
        foreach (CorpusDocument document in documents)
        {
            (string text, List<(int Start, string Damaged, string Original)> places) = Damage(document.Text);
            EditList edits = repairer.Repair(text).Edits;
            int found = places.Count(place => edits.Any(edit => Yields(edit, place)));
            right += found;
            missed += places.Count - found;
            wrong += edits.Count(edit => !places.Any(place => Yields(edit, place)));
        }
        return (right, wrong, missed);
    }

    // An edit is right for a place when, over the place, it puts back just what stood there; a phrase may do so for several.
    private static bool Yields(TextEdit edit, (int Start, string Damaged, string Original) place)
    {
        int offset = place.Start - edit.Start;
        if (offset < 0 || place.Start + place.Damaged.Length > edit.End) return false;
        return string.Concat(edit.Original.AsSpan(0, offset), place.Original, edit.Original.AsSpan(offset + place.Damaged.Length)) == edit.Replacement;
    }

    private static (string Text, List<(int Start, string Damaged, string Original)> Places) Damage(string text)
    {
        var damaged = new StringBuilder();
        var places = new List<(int, string, string)>();
        int done = 0;
        foreach (Match match in Originals.Matches(text))
        {
            damaged.Append(text, done, match.Index - done);
            places.Add((damaged.Length, Pairs[match.Value], match.Value));
            damaged.Append(Pairs[match.Value]);
            done = match.Index + match.Length;
        }
        return (damaged.Append(text, done, text.Length - done).ToString(), places);
    }

    private static void WriteClean(List<CorpusDocument> held, TextRepairer repairer, TextWriter output)
    {
        long characters = 0;
        int edits = 0;
        foreach (CorpusDocument document in held)
        {
            RepairResult result = repairer.Repair(document.Text);
            characters += document.Text.Length;
            edits += result.Edits.Count;
            foreach (TextEdit edit in result.Edits)
            {
                string before = document.Text[Math.Max(0, edit.Start - 12)..edit.Start], after = document.Text[edit.End..Math.Min(document.Text.Length, edit.End + 12)];
                output.WriteLine($"  {document.Source} {document.Id}: {before}[{edit.Original}→{edit.Replacement}]{after}".ReplaceLineEndings("⏎"));
            }
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"clean text: {edits} edits in {characters} characters, {edits * 1e6 / Math.Max(1, characters):0.00} in a million"));
    }
}
