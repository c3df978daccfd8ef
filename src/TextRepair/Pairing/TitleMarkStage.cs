using TextRepair.Models;

namespace TextRepair.Pairing;

/// <summary>Puts title marks back that became question marks: 根据?中华人民共和国公司法?的规定.</summary>
/// <remarks>
/// A question ends with one mark and a title has two, so what stands between them must be named like a document, and either
/// begin as only documents do or follow a word that asks for one.
/// </remarks>
internal sealed class TitleMarkStage : IStage
{
    /// <summary>How sure an edit is.</summary>
    public const double Confidence = 0.96;
    private const int Shortest = 3, Longest = 40;

    private static readonly string[] Names =
    [
        "法", "法典", "条例", "办法", "规定", "意见", "通知", "方案", "纲要", "细则", "决定", "公报", "报告", "规划", "准则", "标准", "规范", "规程",
        "规则", "公约", "章程", "目录", "指南", "日报", "晚报", "解释", "批复", "通则", "公告", "制度", "决议", "守则", "宣言", "白皮书",
        "（试行）", "(试行)", "（修订）", "(修订)", "（草案）", "(草案)",
    ];

    private static readonly string[] Beginnings = ["中华人民共和国", "最高人民法院", "最高人民检察院", "国务院关于", "中共中央关于"];

    private static readonly string[] Before =
    [
        "根据", "按照", "依照", "依据", "遵守", "遵照", "贯彻", "落实", "实施", "执行", "违反", "颁布", "发布", "公布", "印发", "下发", "出台", "制定", "修订",
        "修改", "通过", "学习", "签订", "签署", "适用", "符合", "编制", "起草", "审议", "宣传", "载于", "关于",
    ];

    private static readonly string[] Questions = ["吗", "呢", "么", "什么", "如何", "怎", "谁", "哪", "是否", "为何", "多少", "能否", "不能", "有没有", "要不要"];

    /// <inheritdoc/>
    public void Run(string text, StageOutput output)
    {
        if (output.AnchorsOf(text).QuestionCount < 2) return;
        ReadOnlySpan<char> all = text;
        for (int i = NextMark(all, 0); i < all.Length;)
        {
            int end = NextMark(all, i + 1);
            bool isTitle = end < all.Length && all[end] == all[i] && IsTitle(all[(i + 1)..end]) && IsExpected(all, i, end);
            if (isTitle) Replace(text, i, end, output);
            i = isTitle ? NextMark(all, end + 1) : end;
        }
    }

    private static int NextMark(ReadOnlySpan<char> text, int start)
    {
        int found = start >= text.Length ? -1 : text[start..].IndexOfAny('?', '？');
        return found < 0 ? text.Length : start + found;
    }

    private static bool IsTitle(ReadOnlySpan<char> content)
    {
        if (content.Length is < Shortest or > Longest) return false;
        foreach (char c in content) if (!Characters.IsHan(c) && !char.IsAsciiDigit(c) && c is not ('、' or '（' or '）' or '(' or ')' or '·' or '“' or '”')) return false;
        foreach (string question in Questions) if (content.Contains(question, StringComparison.Ordinal)) return false;
        foreach (string name in Names) if (content.EndsWith(name, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool IsExpected(ReadOnlySpan<char> text, int start, int end)
    {
        ReadOnlySpan<char> content = text[(start + 1)..end], left = text[..start];
        foreach (string beginning in Beginnings) if (content.StartsWith(beginning, StringComparison.Ordinal)) return true;
        if (left.EndsWith("了")) left = left[..^1];
        foreach (string word in Before) if (left.EndsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    private static void Replace(string text, int start, int end, StageOutput output)
    {
        string reason = $"a question does not stand between two question marks, and {text[(start + 1)..end]} is the name of a document";
        foreach ((int place, string right) in ((int, string)[])[(start, "《"), (end, "》")])
            output.Edits.Add(new TextEdit(place, text[place].ToString(), right, EditKind.Quote, Confidence, "title-mark", reason));
    }
}
