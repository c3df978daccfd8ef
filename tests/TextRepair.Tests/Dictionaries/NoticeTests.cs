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
        "该文档所得收入归上传者，原创者", "1、该资料是网友上传的，本站提供全文预览，预览什么样，下载就什么样", "下载文件中如有侵权或不适当内容，请与我们联系，我们立即纠正", "下载的文档，不会出现我们的网址水印",
        "原创力文档网站文档一经付费，不意味着购买了版权", "本站不支持迅雷下载", "学习必备 欢迎下载", "优秀学习资料 欢迎下载", "学习好资料 欢迎下载", "优秀资料 欢迎下载", "实用文档 标准文案", "标准文案 精彩文档",
        "文档从网络中收集，已重新整理排版，word版本可编辑，欢迎下载支持", "专业资料 整理版", "技术资料 专业分享", "资料 专业整理", "整理 知识分享", "专业知识 整理分享", "名师精编 优秀教案",
        "名师总结 优秀知识点", "感谢下载，欢迎您下次光临", "谢谢下载，欢迎再次光临", "第一文库网", "三一办公", "蚂蚁文库", "得力文库", "文库吧", "文库网", "冰点文库", "资料收集于网络，如有侵权请联系网站删除",
        "资料仅供参考，欢迎下载", "百度文库，让每个人平等地提升自我", "精品word文档，可以自由编辑", "下载本文档", "个人资料整理，仅限学习使用", "仅供个人学习，不得用于商业用途", "免费预览已结束，剩余90页可下载查看",
        "本资料素材和资料部分来自网络，仅供参考，请预览后才下载，期待您的好评", "本资源只提供10页预览，全部文档请下载后查看", "本文格式为Word版，下载可任意编辑", "本页为作品封面，下载后可以自由编辑删除",
        "还剩58页未读，继续阅读", "范文 范例 指导 参考 word版 整理", "仅供个人学习参考", "仅供您学习与交流使用",
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
