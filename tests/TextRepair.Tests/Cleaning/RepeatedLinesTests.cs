using System.Text.RegularExpressions;
using TextRepair.Cleaning;

namespace TextRepair.Tests.Cleaning;

/// <summary>The one pass over hashes against what comparing every line with every other one finds.</summary>
public class RepeatedLinesTests
{
    private static readonly string[] Titles = ["城市道路照明管理手册", "第二章 工程质量控制", "工作总结 3", "12 工作总结", "Annual Report", "说明：见下", "表格", "总则，", "（有删改）", "第3页 共12页", "2021年工作报告 7", "2022 年工作报告", "A", "（", ".", "》"];

    [Fact]
    public void Lines_are_grouped_as_comparing_all_of_them_does()
    {
        var random = new Random(3);
        for (int round = 0; round < 200; round++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(2, 60)).Select(_ => Line(random)));
            var lines = new RepeatedLines();
            int groups = lines.Find(text, new StageOutput().AnchorsOf(text));
            string[] found = [.. lines.Found.GroupBy(line => line.Group).Select(group => string.Join(',', group.Select(line => line.Start))).Order(StringComparer.Ordinal)];
            Assert.Equal(Slowly(text), found);
            Assert.Equal(groups, found.Length);
        }
    }

    private static string Line(Random random) => random.Next(3) switch
    {
        0 => new string(' ', random.Next(5)) + Titles[random.Next(Titles.Length)] + new string(' ', random.Next(2)) + "\n",
        1 => new string('路', random.Next(0, 250)) + "。\n",
        _ => "\n",
    };

    // Lines of these titles that do not end or look like text, at least two of them at the distance of pages.
    private static string[] Slowly(string text) =>
    [
        .. Regex.Matches(text, "[^\n]+").Where(match => Titles.Where((_, i) => i is < 6 or 10 or 11).Contains(match.Value.Trim()) && text.Length >= 400)
            .GroupBy(match => Regex.Replace(match.Value, "[0-9]+(?! *年)(?![0-9])| ", ""))
            .Where(group => HasPages([.. group.Select(Start)]))
            .Select(group => string.Join(',', group.Select(Start))).Order(StringComparer.Ordinal),
    ];

    private static int Start(Match match) => match.Index + match.Length - match.Value.TrimStart().Length;

    private static bool HasPages(int[] starts)
    {
        int close = starts.Zip(starts.Skip(1), (a, b) => b - a).Count(distance => distance < 200);
        return starts.Length - close >= 2 && close <= Math.Max(1, starts.Length / 5);
    }
}
