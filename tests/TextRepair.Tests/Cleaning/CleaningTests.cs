namespace TextRepair.Tests.Cleaning;

/// <summary>Cleaning, stage by stage, through the public face.</summary>
public class CleaningTests
{
    private static readonly TextRepairer Repairer = new();

    [Theory]
    [InlineData("信⽤⼯具是信⽤货币。", "信用工具是信用货币。")]
    [InlineData("经济社\u200b会发展\ufeff规划", "经济社会发展规划")]
    [InlineData("⻓江沿岸的⻛光", "长江沿岸的风光")]
    public void Characters_beside_Han_characters_become_ordinary(string given, string expected) =>
        Assert.Equal(expected, Repairer.Repair(given).Text);

    [Theory]
    [InlineData("⼀ ⼁ ⼂ ⼃")]
    [InlineData("家庭 👨\u200d👩\u200d👧 合影")]
    [InlineData("co\u00adoperate")]
    [InlineData("１９９７年，ＧＤＰ增长。")]
    [InlineData("\ufeff文件开头的标记。")]
    public void Characters_that_mean_something_stay(string text) => Assert.Same(text, Repairer.Repair(text).Text);

    [Fact]
    public void Full_width_letters_and_digits_change_on_request()
    {
        var repairer = new TextRepairer(new TextRepairOptions { CharacterForms = CharacterForms.FullWidth });
        Assert.Equal("1997年，GDP增长。", repairer.Repair("１９９７年，ＧＤＰ增长。").Text);
    }

    [Theory]
    [InlineData("会议听取了报告。\n已阅读5页，还剩80页未读，继续免费阅读\n会议同意报告。", "会议听取了报告。\n会议同意报告。")]
    [InlineData("会议听取了报告。\n版权说明：本文档由用户提供并上传，收益归属内容提供方，若内容存在侵权，请进行举报或认领", "会议听取了报告。")]
    [InlineData("会议听取（已阅读5页,还剩80页未读,继续免费阅读）了报告。", "会议听取了报告。")]
    [InlineData("会议听取了报告。\n精品文档\n会议同意报告。\n（欢迎下载，可编辑）", "会议听取了报告。\n会议同意报告。")]
    [InlineData("会议听取了报告。\r\n本文由小张老师为您收集整理，仅供参考！\r\n会议同意报告。", "会议听取了报告。\r\n会议同意报告。")]
    [InlineData("会议听取了报告。\n来源：百度文库\n本文内容来源于网络，如有侵权请联系我们删除。\n", "会议听取了报告。\n")]
    [InlineData("会议听取了报告。\n文档投稿赚钱网\nVIP免费下载\n此文档下载后即可编辑\n感谢您的下载！\n会议同意报告。", "会议听取了报告。\n会议同意报告。")]
    [InlineData("会议听取了个人收集整理 勿做商业用途报告。", "会议听取了报告。")]
    public void Notices_of_sharing_sites_go(string given, string expected) => Assert.Equal(expected, Repairer.Repair(given).Text);

    [Theory]
    [InlineData(' '), InlineData('\u3000')]
    public void Characters_that_all_stand_apart_are_joined(char blank)
    {
        const string Right = "各乡镇要在6月15日前备足防汛物资，检查A级水库，落实值班制度。\n发现险情要立即报告，同时组织群众转移；事后要认真总结，不断改进工作，确保安全度汛！";
        string apart = string.Join(blank, Right.ToCharArray()).Replace($"{blank}\n{blank}", "\n", StringComparison.Ordinal);
        Assert.Equal(Right, Repairer.Repair(apart).Text);
    }

    [Theory]
    [InlineData("我们 要 认真 学习 文件 精神 ， 结合 本 单位 实际 ， 研究 提出 贯彻 意见 ， 切实 解决 群众 反映 强烈 的 问题 ， 不断 提高 服务 水平 ， 让 群众 满意 。 我们 要 认真 总结 经验 。")]
    [InlineData("天 地 玄 黄 宇 宙 洪 荒 日 月 盈 昃 辰 宿 列 张 寒 来 暑 往 秋 收 冬 藏 闰 余 成 岁 律 吕 调 阳 云 腾 致 雨 露 结 为 霜 金 生 丽 水 玉 出 昆 冈 剑 号 巨 阙 珠 称 夜 光 果 珍 李 柰 菜 重 芥 姜")]
    [InlineData("通 知\n各单位要按时参加会议。\n目 录\n一、总则")]
    public void Blanks_that_mean_something_stay(string text) => Assert.Same(text, Repairer.Repair(text).Text);

    [Theory]
    [InlineData("精品文档")]
    [InlineData("档案室负责文档的收集整理。\n侵权人应当联系权利人删除内容。\n百度文库是一个网站。")]
    [InlineData("软件说明\n点击“立即下载”，下载后可以编辑文档，仅供学习使用。\n本文由张三撰写。\n文档")]
    [InlineData("下载\n下载后可编辑的字段有三个\nVIP 用户\n该文档说明了接口的用法")]
    public void What_only_speaks_of_documents_and_downloads_stays(string text) => Assert.Same(text, Repairer.Repair(text).Text);

    [Fact]
    public void A_list_that_runs_beside_the_page_marks_survives()
    {
        string page = string.Concat(Enumerable.Repeat("各地要把防汛工作摆在突出位置，压实责任，细化措施，确保人民群众生命财产", 4));
        string list = "\n1、加强巡查，发现险情立即报告。\n2、备足物资，保证随时能够调用。\n3、组织演练，提高应急处置能力。\n";
        string text = $"{page}安\n2、全，{page}安\n3、全。{list}{page}安\n4、全，{page}安\n5、全。";
        string expected = $"{page}安全，{page}安全。{list}{page}安全，{page}安全。";
        Assert.Equal(expected, Repairer.Repair(text).Text);
    }

    [Fact]
    public void Lists_articles_and_headings_come_back_as_the_same_instance()
    {
        string item = string.Concat(Enumerable.Repeat("承包人应当按照合同约定的标准和期限完成全部工作，并承担质量责任。", 5));
        string list = string.Concat(Enumerable.Range(1, 12).Select(n => $"\n{n}、{item}"));
        string articles = string.Concat(Enumerable.Range(1, 12).Select(n => $"\n第{n}条　{item}"));
        Assert.Same(list, Repairer.Repair(list).Text);
        Assert.Same(articles, Repairer.Repair(articles).Text);
    }

    [Theory]
    [InlineData("床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。\n")]
    [InlineData("if (a) {\n    return b; // 返回结果\n}\nelse {\n    return c; // 出错\n}\n")]
    [InlineData("| 姓名 | 年龄 |\n|---|---|\n| 张三 | 20 |\n| 李四 | 30 |\n| 王五 | 40 |\n")]
    public void Verse_code_and_tables_come_back_as_the_same_instance(string text) => Assert.Same(text, Repairer.Repair(text).Text);
}
