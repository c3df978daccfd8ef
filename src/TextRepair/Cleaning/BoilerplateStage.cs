using System.Text.RegularExpressions;

namespace TextRepair.Cleaning;

/// <summary>Takes out what document-sharing sites put into every text: reading counters, upload notices, offers to download.</summary>
internal sealed partial class BoilerplateStage : IStage
{
    private const int Longest = 80;

    // A word of each notice, looked for in one vectorised pass each; the patterns run only around a word that was found.
    private static readonly string[] Anchors = ["还剩", "文档", "欢迎下载", "仅供您学习"];

    /// <inheritdoc/>
    public void Run(string text, StageOutput output)
    {
        SortedSet<int>? places = null;
        foreach (string anchor in Anchors)
            for (int i = text.IndexOf(anchor, StringComparison.Ordinal); i >= 0; i = text.IndexOf(anchor, i + 1, StringComparison.Ordinal)) (places ??= []).Add(i);
        if (places is null) return;
        int done = 0;
        foreach (int place in places) if (place >= done) done = Judge(text, place, done, output);
    }

    [GeneratedRegex(@"[（(【\[]?(?:您?已经?)?阅读了?\s{0,2}\d{1,5}\s{0,2}页\s{0,2}[,，]?\s{0,2}还剩\s{0,2}\d{1,5}\s{0,2}页(?:未读)?\s{0,2}[,，]?\s{0,2}(?:点击)?(?:继续)?(?:免费)?(?:阅读|下载)?[)）】\]]?|版权说明\s?[:：]\s?本文档由用户提供并上传[,，]\s?收益归属内容提供方[,，]\s?若内容存在侵权[,，]\s?请进行举报或认领[。.]?|本文档共\s{0,2}\d{1,5}\s{0,2}页[,，]\s?可阅读全部内容[。.]?|文档仅供参考[,，]\s?不当之处[,，]\s?请联系改正[。.]?|资料内容仅供您学习参考[,，]\s?如有不当(?:或者侵权|之处)[,，]\s?请联系改正(?:或者?网站)?(?:或者?)?(?:删除)?[。.]?|[（(]?文档可以?直接使用[,，]\s?也可根据实际(?:情况|需要)(?:修改|修订)后?使用[,，]?\s?可编辑[,，]?\s?(?:推荐下载|欢迎下载|放心下载)[)）]?|[（(](?:此|本)文档为\s?[Ww][Oo][Rr][Dd]\s?(?:格式|版)\s?[,，]\s?下载后您?可(?:以)?(?:任意|自由)?(?:编辑|修改)(?:和?修改)?[!！。]?[)）]|最新\s?精品\s?[Ww]ord\s?欢迎下载\s?可修改", RegexOptions.CultureInvariant)]
    private static partial Regex Notice();

    private static int Judge(string text, int place, int done, StageOutput output)
    {
        int start = Math.Max(done, place - Longest), end = Math.Min(text.Length, place + Longest);
        foreach (ValueMatch match in Notice().EnumerateMatches(text.AsSpan(start, end - start)))
        {
            int from = start + match.Index, to = from + match.Length;
            if (from > place || to <= place) continue;
            (from, to) = WithLine(text, from, to, done);
            output.Edits.Add(new TextEdit(from, text[from..to], "", EditKind.Layout, 0.99, "boilerplate", "a notice that document-sharing sites put into every text"));
            return to;
        }
        return done;
    }

    // A notice on a line of its own takes its line break along.
    private static (int From, int To) WithLine(string text, int from, int to, int done)
    {
        int left = from, right = to;
        while (left > done && text[left - 1] is ' ' or '\t' or '\u3000') left--;
        while (right < text.Length && text[right] is ' ' or '\t' or '\u3000') right++;
        bool starts = left == 0 || text[left - 1] == '\n', ends = right == text.Length || text[right] is '\n' or '\r';
        if (!starts || !ends) return (from, to);
        if (right < text.Length && text[right] == '\r') right++;
        if (right < text.Length && text[right] == '\n') return (left, right + 1);
        return left > done && right == text.Length ? (left - 1, right) : (left, right);
    }
}
