using System.Text.RegularExpressions;
using TextRepair.Models;

namespace TextRepair.Training.Layout;

/// <summary>Drives running titles into clean text where pages end, alone or with page numbers; the same seed gives the same damage.</summary>
internal static partial class RunningTitleDamage
{
    private const int LongestTitle = 30;

    // What stands between two pages: the number of the page that ends, the title on top of the one that begins, or both.
    private static readonly Func<string, int, int, string>[] Forms =
    [
        (title, _, _) => $"\n{title}\n", (title, _, _) => $"\n{title}\n", (title, n, _) => $"\n{title}\n{n}\n", (title, n, _) => $"\n- {n} -\n{title}\n",
        (title, n, _) => $"\n{title} {n}\n", (title, n, _) => n % 2 == 0 ? $"\n{n} {title}\n" : $"\n{title} {n}\n", (title, n, all) => $"\n{title}\n第{n}页 共{all}页\n",
        (title, n, _) => $"\n{title} 第{n}页\n", (title, n, all) => $"\n{n} / {all}\n\n{title}\n\n", (title, n, all) => $"\n{title}    第 {n} 页 共 {all} 页\n",
        (title, n, _) => $"\n{n - 1}\n{title}\n",
    ];

    // Where a text has no title of its own; written for this.
    private static readonly string[] Titles =
    [
        "城市道路照明管理手册", "第二章 工程质量控制", "2018年度工作总结报告", "Annual Report 2018 年度报告", "青年教师培训资料", "水利工程施工组织设计", "《社区养老服务指南》",
        "某某大学硕士学位论文", "中华人民共和国国家标准", "XX有限公司内部资料",
    ];

    /// <summary>Drives titles in; of the paragraphs nothing else changes.</summary>
    public static DamagedText Insert(string text, Random random)
    {
        List<int> pages = PageEnds(text, random);
        Func<int, string> driven = Driven(text, pages, random);
        // Where a page ends with its paragraph, the break of the text is one of those beside the title, or stands apart.
        bool shares = random.Next(2) == 0;
        return DrivenDamage.Drive(text, text, pages.Select((place, i) => (place, place, shares && text[place - 1] == '\n' ? driven(i)[1..] : driven(i))), "running-title");
    }

    /// <summary>Drives titles in between the lines of text that was broken into lines.</summary>
    public static DamagedText InsertBetweenLines(string text, Random random)
    {
        string broken = LayoutDamage.BreakLines(text, random).Text;
        List<int> lines = [.. Enumerable.Range(0, broken.Length).Where(i => broken[i] == '\n')];
        List<int> pages = [.. PagesOf(lines, random)];
        Func<int, string> driven = Driven(broken, pages, random);
        return DrivenDamage.Drive(text, broken, pages.Select((place, i) => (place, place + 1, driven(i))), "running-title");
    }

    // Pages end with lines, and one line of some with a paragraph; a word of Latin letters is not parted.
    private static List<int> PageEnds(string text, Random random)
    {
        int width = random.Next(26, 46) * 2;
        IEnumerable<int> ends = LayoutDamage.LineEnds(text, width, keepsPunctuation: random.Next(2) == 0);
        IEnumerable<int> paragraphs = Enumerable.Range(1, text.Length - 1).Where(i => text[i - 1] == '\n' && text[i] != '\n');
        return [.. PagesOf([.. ends.Concat(paragraphs).Order()], random)];
    }

    // Headings and figures take the place of some lines.
    private static IEnumerable<int> PagesOf(List<int> lines, Random random)
    {
        int linesOfPage = random.Next(16, 40), spread = random.Next(1, 4);
        for (int i = linesOfPage; i < lines.Count; i += linesOfPage - random.Next(spread + 1)) yield return lines[i - 1];
    }

    // One title, one for left and another for right pages, or that of the section the page is in.
    private static Func<int, string> Driven(string text, List<int> pages, Random random)
    {
        string title = TitleOf(text, random), other = Titles[random.Next(Titles.Length)];
        Func<string, int, int, string> form = Forms[random.Next(Forms.Length)];
        string Title(int i, int kind) => kind switch { 0 => i % 2 == 0 ? title : other, 1 => SectionOf(text, pages[i]) ?? title, _ => title };
        int kind = random.Next(5);
        return i => form(Title(i, kind), i + 2, pages.Count + 1);
    }

    // The last heading of a chapter or a section before a place.
    private static string? SectionOf(string text, int place)
    {
        foreach (string line in text[..place].Split('\n').Reverse().Skip(1))
            if (IsTitle(line.Trim()) && Heading().IsMatch(line)) return line.Trim();
        return null;
    }

    private static string TitleOf(string text, Random random)
    {
        int end = text.IndexOf('\n', StringComparison.Ordinal);
        string first = end < 0 ? "" : text[..end].Trim();
        return IsTitle(first) ? first : Titles[random.Next(Titles.Length)];
    }

    private static bool IsTitle(string line) =>
        line.Length is > 3 and <= LongestTitle && line.Count(Characters.IsHan) * 2 >= line.Length && (Characters.IsHan(line[^1]) || line[^1] == '》');

    [GeneratedRegex(@"^\s*(第.{1,3}[章节编篇]|[一二三四五六七八九十]+、|\d+(\.\d+)* )")]
    private static partial Regex Heading();
}
