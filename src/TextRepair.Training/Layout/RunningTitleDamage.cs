using System.Text;
using TextRepair.Models;

namespace TextRepair.Training.Layout;

/// <summary>Drives running titles into clean text where pages end, alone or with page numbers; the same seed gives the same damage.</summary>
internal static class RunningTitleDamage
{
    private const int ShortestPage = 450, LongestPage = 1300, LongestTitle = 30;

    // What stands between two pages: the number of the page that ends, the title on top of the one that begins, or both.
    private static readonly Func<string, int, int, string>[] Forms =
    [
        (title, _, _) => $"\n{title}\n", (title, _, _) => $"\n{title}\n", (title, n, _) => $"\n{title}\n{n}\n", (title, n, _) => $"\n- {n} -\n{title}\n",
        (title, n, _) => $"\n{title} {n}\n", (title, n, _) => n % 2 == 0 ? $"\n{n} {title}\n" : $"\n{title} {n}\n", (title, n, all) => $"\n{title}\n第{n}页 共{all}页\n",
        (title, n, _) => $"\n{title} 第{n}页\n", (title, n, all) => $"\n{n} / {all}\n\n{title}\n\n",
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
        int page = random.Next(ShortestPage, LongestPage), spread = page / 5, all = (text.Length / (page - spread)) + 2, number = 1, done = 0;
        string title = TitleOf(text, random);
        Func<string, int, int, string> form = Forms[random.Next(Forms.Length)];
        var damaged = new StringBuilder(text.Length * 2);
        var repairs = new List<TextEdit>();
        for (int i = page; i < text.Length; i += page + random.Next(-spread, spread + 1))
        {
            while (char.IsAsciiLetterOrDigit(text[i]) || char.IsAsciiLetterOrDigit(text[i - 1]) || char.IsLowSurrogate(text[i])) i--;
            if (i <= done) break;
            damaged.Append(text, done, i - done);
            string driven = form(title, ++number, all);
            // A page that ends with its paragraph leaves the break of the text beside that of the title.
            repairs.Add(new TextEdit(damaged.Length, driven, "", EditKind.Layout, 1, "running-title", "simulated"));
            damaged.Append(driven);
            done = i;
        }
        damaged.Append(text, done, text.Length - done);
        return new DamagedText(text, damaged.ToString(), repairs);
    }

    /// <summary>Drives titles in between the lines of text that was broken into lines.</summary>
    public static DamagedText InsertBetweenLines(string text, Random random)
    {
        string title = TitleOf(text, random), broken = LayoutDamage.BreakLines(text, random).Text;
        Func<string, int, int, string> form = Forms[random.Next(Forms.Length)];
        int linesOfPage = random.Next(20, 40), line = 0, number = 1, all = (broken.Count('\n') / linesOfPage) + 2;
        var damaged = new StringBuilder(broken.Length * 2);
        var repairs = new List<TextEdit>();
        foreach (char c in broken)
        {
            if (c != '\n' || ++line % linesOfPage != 0)
            {
                damaged.Append(c);
                continue;
            }
            string driven = form(title, ++number, all);
            repairs.Add(new TextEdit(damaged.Length, driven, "\n", EditKind.Layout, 1, "running-title", "simulated"));
            damaged.Append(driven);
        }
        return new DamagedText(text, damaged.ToString(), repairs);
    }

    private static string TitleOf(string text, Random random)
    {
        int end = text.IndexOf('\n', StringComparison.Ordinal);
        string first = end is > 3 and <= LongestTitle ? text[..end].Trim() : "";
        bool isTitle = first.Length > 3 && first.Count(Characters.IsHan) * 2 >= first.Length && (Characters.IsHan(first[^1]) || first[^1] == '》');
        return isTitle ? first : Titles[random.Next(Titles.Length)];
    }
}
