using System.Text.RegularExpressions;
using TextRepair.Cleaning;

namespace TextRepair.Tests.Dictionaries;

/// <summary>Every pattern of notices is found by the words that are looked for first.</summary>
public class NoticeTests
{
    private static readonly string[] Lines =
    [
        "可自由复制编辑", "word文档可编辑", "可复制、编制，期待您的好评与关注", "12 优质文档", "学习资料整理分享", "精选文档", "https://www.doc88.com/p-1.html", "wenku.baidu.com", "max.book118.com",
        "51wendang.cn", "taodocs.com", "jinchutou.com", "www.renrendoc.com", "m.docin.com", "如有侵权请联系网站删除", "还有12页未读，继续阅读", "剩余3页，点击查看", "Vip会员专享下载特权", "开通VIP免费下载",
        "谢谢您的下载", "感谢阅读与下载", "最新精品资料，欢迎下载", "内容来自网络，如有侵权请及时联系删除", "收集于互联网，仅供学习参考，如有侵权可告知我们后删除", "本文档下载后可任意编辑",
        "本文仅供参考，勿用于商业用途", "以上资料仅供学习参考，如有雷同纯属巧合", "本文由网友收集整理，仅供您参考", "资料由本站为您搜集整理", "文章由某某整理发布", "本资料由某某整理分享", "此文档由某某整理提供", "本文由某某上传分享",
        "来源：百度文库", "豆丁网", "道客巴巴", "原创力文档", "摘自人人文库网", "淘豆网", "金锄头文库", "新浪爱问共享资料", "来自爱问共享资料，文档下载",
        "欢迎下载", "立即下载全文", "点击下载，文档", "vip 免费下载", "推荐下载", "放心下载", "高速下载", "付费下载，阅读", "点击查看更多内容", "下载全部文档", "点击阅读剩余页面", "下载完整版本",
        "该文档已被某人上传", "本文档贡献者某人上传", "页眉内容", "页脚内容", "Word版，欢迎下载", "WORD格式 下载可编辑", "文档投稿赚钱网",
    ];

    private static readonly string[] Spans =
    [
        "文档来自网络搜索及个人收集整理，勿用作商业用途。", "资料来源网络个人整理，仅商业用途", "（此文档为Word格式，下载后您可任意编辑修改！）", "文档可以直接使用，也可根据实际需要修改后使用，可编辑，欢迎下载",
        "（已阅读5页，还剩80页未读，继续免费阅读）", "阅读5页还剩8页", "（本文档下载后可自由编辑）", "个人收集整理资料，仅供交流学习，勿作商业用途。", "文档仅供参考，不当之处，请联系改正。", "最新 精品 Word 欢迎下载 可修改",
        "本文档共12页，可阅读全部内容。", "版权说明：本文档由用户提供并上传，收益归属内容提供方，若内容存在侵权，请进行举报或认领。", "资料内容仅供您学习参考，如有不当或者侵权，请联系改正或者删除。", "预览与源文档一致，下载高清无水印",
    ];

    [Fact]
    public void Lines_are_found() => Check("line", Lines, Notices.LoadLines());

    [Fact]
    public void Spans_are_found() => Check("span", Spans, Notices.LoadSpans());

    private static void Check(string kind, string[] samples, Notices notices)
    {
        using var reader = new StreamReader(typeof(TextRepairer).Assembly.GetManifestResourceStream("notices.tsv")!);
        string[][] rows = [.. reader.ReadToEnd().Split('\n').Where(line => line.StartsWith(kind, StringComparison.Ordinal)).Select(line => line.Split('\t'))];
        Assert.All(samples, sample => Assert.True(notices.IsMatch(sample), sample));
        // A row without a sample is one whose words nobody checks; so is a word without one.
        Assert.All(rows, row => Assert.Contains(samples, sample => Regex.IsMatch(sample, row[1].Replace("_", @"[\s,，、。]{0,6}", StringComparison.Ordinal))));
        Assert.All(rows.SelectMany(row => row[2].Split('|')), word => Assert.Contains(samples, sample => sample.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }
}
