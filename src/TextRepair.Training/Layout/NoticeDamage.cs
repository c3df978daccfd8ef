namespace TextRepair.Training.Layout;

/// <summary>Drives notices of document-sharing sites into clean text, between lines and in mid sentence; the same seed gives the same damage.</summary>
/// <remarks>The notices are facts: short texts that such sites and the templates of their users put on every page.</remarks>
internal static class NoticeDamage
{
    private const int Fewest = 2, Most = 6;

    private static readonly string[] Notices =
    [
        "已阅读5页，还剩13页未读，继续免费阅读", "还剩58页未读，继续阅读", "免费预览已结束，剩余90页可下载查看", "下载本文档",
        "本资源只提供10页预览，全部文档请下载后查看！喜欢就下载吧，查找使用更方便", "本文格式为Word版，下载可任意编辑", "学习好资料 欢迎下载",
        "学习必备 欢迎下载", "优秀学习资料 欢迎下载", "精品资料 欢迎下载", "精品文档", "1文档来源为:从网络收集整理.word版本可编辑.",
        "文档从网络中收集，已重新整理排版.word版本可编辑.欢迎下载支持.", "资料收集于网络，如有侵权请联系网站删除", "word可编辑", "可编辑word文档",
        "此文档仅供收集于网络，如有侵权请联系网站删除", "资料仅供参考，欢迎下载", "仅供个人学习参考", "仅供个人参考 不得用于商业用途",
        "仅供个人用于学习、研究；不得用于商业用途。", "For personal use only in study and research; not for commercial use", "实用标准文案 精彩文档",
        "实用文档 标准文案", "WORD格式 可编辑 专业知识 整理分享", "专业资料 word格式 可复制编辑", "word完美格式 可编辑版", "范文 范例 指导 参考 word版 整理",
        "完美WORD格式 专业整理 知识分享", "技术资料 专业分享", "学习参考 word版本 下载可编辑", "资料.WORD完美格式 技术资料 专业整理",
        "优质.参考.资料 WORD格式.整理版", "名师精编 优秀教案", "名师总结 优秀知识点", "个人资料整理 仅限学习使用", "感谢下载！欢迎您下次光临！",
        "感谢您的阅读与下载", "本页为作品封面，下载后可以自由编辑删除，欢迎下载！", "【精品word文档、可以自由编辑！】",
        "（本资料素材和资料部分来自网络，仅供参考。请预览后才下载，期待您的好评与关注！）", "百度文库 - 让每个人平等地提升自我", "——让每个人平等地提升自我",
        "原创力文档", "人人文库网", "www.docin.com", "豆丁网 DocIn.com", "道客巴巴 www.doc88.com", "人人文库 www.renrendoc.com", "淘豆网 www.taodocs.com",
        "1、原创力文档（book118）网站文档一经付费（服务费），不意味着购买了该文档的版权，仅供个人/单位学习、研究之用。",
        "本站所有资源如无特殊说明，都需要本地电脑安装OFFICE2007和PDF阅读器。", "下载文件中如有侵权或不适当内容，请与我们联系，我们立即纠正。",
        "本站不支持迅雷下载，请使用电脑自带的IE浏览器，或者360浏览器、谷歌浏览器下载即可。", "该资料是网友上传的，本站提供全文预览，预览什么样，下载就什么样。",
        "版权说明：本文档由用户提供并上传，收益归属内容提供方，若内容存在侵权，请进行举报或认领", "页眉内容", "第一文库网", "VIP免费下载", "下载后可编辑",
    ];

    /// <summary>Drives two to six notices in on lines of their own: between the lines of the text, or where a page ended in mid sentence.</summary>
    public static DamagedText Insert(string text, bool inMidSentence, Random random)
    {
        string before = inMidSentence ? "\n" : "";
        return DrivenDamage.Drive(text, text, Places(text, inMidSentence, random).Select(place => (place, place, $"{before}{Notices[random.Next(Notices.Length)]}\n")), "boilerplate");
    }

    private static IEnumerable<int> Places(string text, bool inMidSentence, Random random)
    {
        List<int> all = [.. Enumerable.Range(1, text.Length - 1).Where(i => inMidSentence ? Models.Characters.IsHan(text[i]) && Models.Characters.IsHan(text[i - 1]) : text[i - 1] == '\n')];
        int[] drawn = [.. all];
        random.Shuffle(drawn);
        return drawn.Take(random.Next(Fewest, Most + 1)).Order();
    }
}
