namespace TextRepair.Tests.Cleaning;

/// <summary>Running titles go where the text runs on across them; what comes again for other reasons stays.</summary>
public class RunningTitleTests
{
    private const string Paragraph =
        "为了规范城市道路照明设施的管理，保障道路照明设施完好，维护城市交通安全，方便人民群众生活，根据有关法律和行政法规的规定，结合本市实际，制定本办法。" +
        "任何单位和个人都应当爱护城市道路照明设施，并有权制止、检举损坏照明设施的行为，对在保护照明设施工作中成绩显著的单位和个人，由有关部门给予表彰和奖励。" +
        "城市道路照明设施的建设和改造，应当采用节能、环保的新技术和新设备，并与道路工程同时设计、同时施工、同时验收，所需资金列入建设项目的投资计划。";

    private static readonly TextRepairer Repairer = new();

    [Theory]
    [InlineData("\n城市道路照明管理手册\n")]
    [InlineData("\n城市道路照明管理手册 {0}\n")]
    [InlineData("\n第{0}页 共9页\n城市道路照明管理手册\n")]
    [InlineData("\n- {0} -\n\n城市道路照明管理手册\n\n")]
    [InlineData("\r\n城市道路照明管理手册\r\n{0}\r\n")]
    public void Titles_between_pages_go(string form)
    {
        // From comma to comma, no page ends with a sentence.
        string text = string.Concat(Enumerable.Repeat(Paragraph, 8));
        string damaged = text[..301];
        for (int page = 2, start = 301; start < text.Length; page++, start += 301)
            damaged += string.Format(null, form, page) + text[start..Math.Min(text.Length, start + 301)];
        Assert.Equal(text, Repairer.Repair(damaged).Text);
    }

    [Fact]
    public void The_title_of_the_document_stays()
    {
        string text = "城市道路照明管理手册\n" + string.Concat(Enumerable.Repeat(Paragraph, 6));
        string damaged = text;
        foreach (int place in (int[])[1200, 900, 600, 300]) damaged = damaged.Insert(place, "\n城市道路照明管理手册\n");
        Assert.Equal(text, Repairer.Repair(damaged).Text);
    }

    [Fact]
    public void Two_titles_in_mid_sentence_go()
    {
        string text = string.Concat(Enumerable.Repeat(Paragraph, 4));
        Assert.Equal(text, Repairer.Repair(text.Insert(602, "\n城市道路照明管理手册\n").Insert(301, "\n城市道路照明管理手册\n")).Text);
    }

    [Theory]
    [InlineData("\n城市道路照明管理手册\n3{0}")]
    [InlineData("{0}3\n城市道路照明管理手册\n")]
    public void A_number_far_from_the_text_of_its_line_is_no_page(string form)
    {
        string text = string.Concat(Enumerable.Repeat(Paragraph, 4)), title = string.Format(null, form, new string(' ', 80));
        string repaired = Repairer.Repair(text.Insert(602, title).Insert(301, title)).Text;
        Assert.Equal(2, repaired.Count(c => c == '3'));
    }

    [Fact]
    public void Titles_of_other_years_stay()
    {
        string text = string.Concat(Enumerable.Repeat(Paragraph, 4));
        string joined = text.Insert(602, "\n2022年照明工作报告\n").Insert(301, "\n2023年照明工作报告\n");
        Assert.Equal(joined, Repairer.Repair(joined).Text);
    }

    [Fact]
    public void Titles_of_left_and_right_pages_go()
    {
        string text = string.Concat(Enumerable.Repeat(Paragraph, 8)), damaged = text[..301];
        for (int page = 2, start = 301; start < text.Length; page++, start += 301)
            damaged += (page % 2 == 0 ? $"\n{page} 城市道路照明管理手册\n" : $"\n第二章 设施的维护 {page}\n") + text[start..Math.Min(text.Length, start + 301)];
        Assert.Equal(text, Repairer.Repair(damaged).Text);
    }

    [Fact]
    public void Titles_of_chapters_go_with_the_numbers_of_pages_and_the_headings_stay()
    {
        string[] headings = ["第一章 总则", "第二章 规划与建设", "第三章 维护和管理", "第四章 法律责任"];
        string text = string.Concat(headings.Select(heading => $"{heading}\n{string.Concat(Enumerable.Repeat(Paragraph, 3))}\n")), damaged = "";
        int page = 1;
        for (int start = 0; start < text.Length; start += 311)
        {
            string heading = headings.Last(heading => text.IndexOf(heading, StringComparison.Ordinal) <= start);
            damaged += (page == 1 ? "" : $"\n{heading}\n第{page}页 共9页\n") + text[start..Math.Min(text.Length, start + 311)];
            page++;
        }
        Assert.Equal(text, Repairer.Repair(damaged).Text);
    }

    [Fact]
    public void Numbers_with_odd_blanks_between_two_titles_go_once()
    {
        string text = string.Concat(Enumerable.Repeat(Paragraph, 4)), title = "\n城市道路照明管理手册\n";
        string damaged = text.Insert(602, title).Insert(301, $"{title}3\v{title}- 3 -\n");
        Assert.Equal(text, Repairer.Repair(damaged).Text);
    }

    [Fact]
    public void Headings_that_pages_begin_with_stay()
    {
        string[] headings = ["第一章 总则", "第二章 规划与建设", "第三章 维护和管理", "第四章 法律责任", "第五章 附则"];
        string contents = "目录\n" + string.Concat(headings.Select(heading => heading + "\n"));
        string text = contents + Paragraph + "\n" + string.Concat(headings.Select(heading => $"{heading}\n{Paragraph}{Paragraph}\n"));
        int page = 1;
        string damaged = contents + Paragraph + "\n" + string.Concat(headings.Select(heading => $"第{++page}页 共6页\n{heading}\n{Paragraph}{Paragraph}\n"));
        string repaired = Repairer.Repair(damaged).Text;
        Assert.All(headings, heading => Assert.Equal(3, repaired.Split("\n" + heading + "\n").Length));
    }

    [Fact]
    public void Paragraphs_that_end_with_a_page_keep_their_end()
    {
        // The second page ends with its paragraph.
        string text = string.Concat(Enumerable.Repeat(Paragraph, 3)) + "\n" + string.Concat(Enumerable.Repeat(Paragraph, 4));
        string damaged = text[..301] + "\n城市道路照明管理手册\n" + text[301..(3 * Paragraph.Length)] + "\n城市道路照明管理手册" + text[(3 * Paragraph.Length)..];
        damaged = damaged.Insert(damaged.Length - 301, "\n城市道路照明管理手册\n");
        Assert.Equal(text, Repairer.Repair(damaged).Text);
    }

    [Theory]
    [InlineData("采用 Linux 系统的设备，", 3)]
    [InlineData("采用 Linux 系统的设备，", 9)]
    public void Blanks_beside_a_title_are_the_texts_own(string words, int place)
    {
        int middle = (2 * Paragraph.Length) + Paragraph.IndexOf("保障", StringComparison.Ordinal);
        string text = string.Concat(Enumerable.Repeat(Paragraph, 5)).Insert(middle, words);
        int[] places = [Paragraph.IndexOf("市交通", StringComparison.Ordinal), middle + place, text.LastIndexOf("设施的行为", StringComparison.Ordinal)];
        string damaged = places.Reverse().Aggregate(text, (damaged, i) => damaged.Insert(i, "\n城市道路照明管理手册\n"));
        Assert.Equal(text, Repairer.Repair(damaged).Text);
    }

    [Theory]
    [InlineData('《', '》')]
    [InlineData('（', '）')]
    [InlineData('“', '”')]
    public void What_brackets_hold_stays(char opening, char closing)
    {
        (string Before, string After)[] sides = [("新建项目的验收应当依照", "规定的程序进行"), ("有关部门可以根据", "对责任单位处以罚款"), ("本市自明年起执行", "及其实施细则"), ("未按照", "办理手续的，不得施工")];
        string text = string.Concat(sides.Select(side => $"{Paragraph}{side.Before}{opening}\n城市道路照明管理规定\n{closing}{side.After}。\n"));
        Assert.Same(text, Repairer.Repair(text).Text);
    }

    [Fact]
    public void A_sentence_that_is_broken_twice_at_the_same_places_stays()
    {
        const int Width = 30;
        string[] sides = [Paragraph[..(5 * Width)], Paragraph[(5 * Width)..]];
        const string Piece = "国务院住房主管部门或者省、自治区、直辖市人民政府的主管部门";
        string text = string.Concat(sides.Select(side => $"{side}依法应当报{Piece}审查的，不得先行施工。")), broken = "";
        int column = 0;
        foreach (char c in text)
        {
            if (column++ % Width == 0 && broken.Length > 0) broken += '\n';
            broken += c;
        }
        Assert.Equal(text, Repairer.Repair(broken).Text);
    }

    [Theory]
    [InlineData("道路照明设施管理")]
    [InlineData("第二节 一般规定")]
    [InlineData("名称 数量 单价 金额")]
    [InlineData("练习 {0}")]
    public void A_heading_that_comes_again_between_paragraphs_stays(string heading)
    {
        string text = string.Concat(Enumerable.Range(2, 6).Select(i => string.Format(null, heading, i) + "\n" + Paragraph + "\n"));
        Assert.Same(text, Repairer.Repair(text).Text);
    }

    [Fact]
    public void A_refrain_stays()
    {
        string[] lines = ["清晨的风吹过田野", "我们沿着小路向前", "看炊烟从屋顶升起", "听孩子们在河边", "大声念着新学的诗", "把梦想写在云端", "等夕阳染红山冈", "再数一数星星", "唱给远方的朋友听", "这支小小的歌谣", "月光落在窗台上", "照着没写完的信"];
        string verse = string.Join('\n', Enumerable.Repeat(string.Join('\n', lines) + "\n啊故乡的小河\n" + string.Join('\n', lines.Reverse()) + "\n", 8));
        Assert.Same(verse, Repairer.Repair(verse).Text);
    }

    [Fact]
    public void Rows_of_tables_and_logs_stay()
    {
        string table = string.Concat(Enumerable.Repeat("编号 项目名称 负责人\n" + string.Concat(Enumerable.Range(1, 30).Select(i => $"{i} 道路照明改造工程第{i}标段 张工\n")), 5));
        Assert.Same(table, Repairer.Repair(table).Text);
        string log = string.Concat(Enumerable.Range(1, 90).Select(i => i % 30 == 0 ? "开始新一轮检查\n" : $"2019-03-0{(i % 9) + 1} 12:00:{i % 60:00} 节点{i}连接正常，耗时{i}毫秒\n"));
        Assert.Same(log, Repairer.Repair(log).Text);
    }
}
