using System.Globalization;

namespace TextRepair.Tests.Cleaning;

/// <summary>Scanned pages become paragraphs with the punctuation of print; what people wrapped by hand stays.</summary>
public class ScanTests
{
    private const string First = "为了规范城市道路照明设施的管理，保障道路照明设施完好，维护城市交通安全，方便人民群众生活，根据有关法律和行政法规的规定，结合本市实际，制定本办法，并由市人民政府城市管理部门负责组织实施。";
    private const string Second = "任何单位和个人都应当爱护城市道路照明设施，并有权制止、检举损坏照明设施的行为；对在保护照明设施工作中成绩显著的单位和个人（含外地来本市务工的人员），由有关部门给予表彰和奖励：具体办法由市人民政府另行规定。";
    private const string Third = "城市道路照明设施的改建和维护，应当按照现行有关技术标准进行；承担设计、施工的单位（以下简称施工单位）应当具有相应的资质等级，并按照资质等级承担相应的任务。";

    private static readonly TextRepairer Repairer = new();
    private static readonly TextRepairer OfScans = new(new TextRepairOptions { IsScan = true });
    private static readonly TextRepairer OfNoScans = new(new TextRepairOptions { IsScan = false });

    [Fact]
    public void Pages_become_paragraphs_without_their_furniture()
    {
        string pages = Page("照明设施管理汇编", First + "\n" + Second, 12) + "\f" + Page("照明设施管理汇编", Third + "\n" + First, 13);
        Assert.Equal($"{First}\n{Second}\n{Third}\n{First}\n", Repairer.Repair(pages).Text);
    }

    [Fact]
    public void A_paragraph_goes_on_over_the_end_of_a_page()
    {
        string read = Read(Second + Third);
        int half = read.IndexOf('\n', read.Length / 2) + 1;
        string pages = $"{Read(First)}\n{read[..half]}\n- 7 -\n\f{read[half..]}\n{Read(First)}\n\n- 8 -\n";
        Assert.Equal($"{First}\n{Second}{Third}\n{First}\n", Repairer.Repair(pages).Text);
    }

    [Fact]
    public void Blank_lines_go_where_a_text_is_known_to_be_a_scan()
    {
        string page = string.Join("\n\n", new[] { First, First, First }.Select(Read)) + "\n";
        Assert.Same(page, OfNoScans.Repair(page).Text);
        Assert.Equal($"{First}\n{First}\n{First}\n", OfScans.Repair(page).Text);
    }

    [Theory]
    [InlineData("原告要求赔偿 〈含利息) 并道歉，被告不同意。", "原告要求赔偿（含利息）并道歉，被告不同意。")]
    [InlineData("下列哪一项正确? 请说明理由，并举例。", "下列哪一项正确？请说明理由，并举例。")]
    [InlineData("会议指出: 要加快发展; 要改善民生，不能松懈。", "会议指出：要加快发展；要改善民生，不能松懈。")]
    [InlineData("会议结束 。 代表离开会场 ，返回驻地。", "会议结束。代表离开会场，返回驻地。")]
    [InlineData("设备检查完毕*\n记录存入档案，由专人保管。", "设备检查完毕。\n记录存入档案，由专人保管。")]
    [InlineData("甲方负责供电 ; 乙方负责供水 , 双方按时付款。", "甲方负责供电；乙方负责供水，双方按时付款。")]
    [InlineData("两家公司按照35% : 65%的比例出资。", "两家公司按照35%：65%的比例出资。")]
    [InlineData("检查设备,记录数据，再把数据交给值班人员。", "检查设备，记录数据，再把数据交给值班人员。")]
    [InlineData("检查设备，;记录数据，再把数据交给值班人员。", "检查设备，记录数据，再把数据交给值班人员。")]
    [InlineData("值班人员每天检查设备 ，\n并记录检查得到的数据。", "值班人员每天检查设备\n并记录检查得到的数据。")]
    [InlineData("设备包括水泵（两台)、阀门(若干）。", "设备包括水泵（两台）、阀门（若干）。")]
    [InlineData("试验用的仪器如下：\na) 温度计一支，读数准确。", "试验用的仪器如下：\na）温度计一支，读数准确。")]
    [InlineData("他走进了新的学校一一县城的中学，十分高兴。", "他走进了新的学校——县城的中学，十分高兴。")]
    [InlineData("他走进了新的学校一-县城的中学，十分高兴。", "他走进了新的学校——县城的中学，十分高兴。")]
    [InlineData("第一下五十六条 值班人员应当记录设备的读数。", "第一百五十六条 值班人员应当记录设备的读数。")]
    [InlineData("第一干零入条 值班人员应当记录设备的读数。", "第一千零八条 值班人员应当记录设备的读数。")]
    [InlineData("设备于2O21年1l月交付使用，运行情况良好。", "设备于2021年11月交付使用，运行情况良好。")]
    [InlineData("点击这里.…\n再点击那里…\n完成。", "点击这里...\n再点击那里...\n完成。")]
    public void Marks_take_the_width_and_shape_of_the_document(string read, string printed) =>
        Assert.Equal(printed, OfScans.Repair(read + "\n" + First).Text.Split('\n' + First)[0]);

    [Theory]
    [InlineData("该算法收敛快,精度高;误差:不超过百分之一(见表),结果可靠.")]
    [InlineData("正确的一项是（ ）\n错误的一项是（  ）")]
    [InlineData("姓名  张三    年龄  三十")]
    [InlineData("使用 Go 语言，版本号为 1.2，运行 go test 即可。")]
    [InlineData("第三方条款与第二还款条件都写在合同里，第一个条件不变。\n第五大条目由双方另行商定，型号为X1O2。")]
    [InlineData("两组数据一一对应，没有遗漏，也没有重复。")]
    [InlineData("各方的意见，会议纪要都一一写明，没有遗漏。")]
    [InlineData("该公司一一核对账目，没有发现问题。")]
    [InlineData("结果显示,甲组优于乙组,差异显著,与文献一致,符合预期。")]
    [InlineData("第一条 为了加强管理，制定本办法。\n第二条 本办法自公布之日起施行。")]
    public void What_the_page_itself_has_stays(string text) => Assert.Same(text, OfScans.Repair(text).Text);

    [Fact]
    public void A_document_with_half_width_commas_keeps_them_everywhere()
    {
        const string text = "结果显示,甲组优于乙组,差异显著,与文献一致,符合预期，可以推广.\n该法收敛快,精度高.";
        Assert.Equal(text.Replace('，', ','), OfScans.Repair(text).Text);
    }

    [Theory]
    [InlineData("全")]
    [InlineData("。，")]
    [InlineData("~1=|")]
    public void Lines_of_specks_go(string specks) =>
        Assert.Equal($"{First}\n{Third}\n", OfScans.Repair($"{Read(First)}\n{specks}\n{Read(Third)}\n{specks}\n").Text);

    [Theory]
    [InlineData("是。")]
    [InlineData("附件")]
    [InlineData("（一）")]
    [InlineData("2.5倍")]
    public void Short_lines_that_say_something_stay(string line) =>
        Assert.Equal($"{First}\n{line}\n{Third}\n", OfScans.Repair($"{Read(First)}\n{line}\n{Read(Third)}\n").Text);

    [Fact]
    public void The_title_of_a_document_stays_on_its_first_page()
    {
        string page = $"照明设施管理办法\n\n{Read(Second)}\n\n{Read(Third)}\n\n{Read(First)}\n\n- 1 -\n";
        Assert.Equal($"照明设施管理办法\n{Second}\n{Third}\n{First}\n", Repairer.Repair(page).Text);
    }

    [Fact]
    public void Items_and_headings_keep_their_lines()
    {
        string text = $"一、总则\n{First}\n二、管理\n（一）{Second}\n（二）{Third}";
        string page = string.Join('\n', text.Split('\n').Select(Read));
        Assert.Equal(text, OfScans.Repair(page).Text);
    }

    [Theory]
    [InlineData("\n\n", "")]
    [InlineData("\n", "　　")]
    public void Mail_and_books_wrapped_by_hand_come_back_as_the_same_instance(string between, string indent)
    {
        string text = string.Join(between, new[] { First, Second, Third, First }.Select(paragraph => Wrap(indent + paragraph)));
        Assert.Same(text, Repairer.Repair(text).Text);
    }

    private static string Page(string title, string text, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{title}\n\n{string.Join("\n\n", text.Split('\n').Select(Read))}\n\n第 {number} 页\n");

    // As a reader of scans writes it: wrapped, some marks half-width with a space.
    private static string Read(string paragraph) => Wrap(paragraph)
        .Replace("；", "; ", StringComparison.Ordinal).Replace("：", ": ", StringComparison.Ordinal)
        .Replace("（", " (", StringComparison.Ordinal).Replace("）", ") ", StringComparison.Ordinal).Replace(" \n", "\n", StringComparison.Ordinal);

    private static string Wrap(string paragraph)
    {
        const int Width = 32;
        var lines = new List<string>();
        for (int start = 0; start < paragraph.Length;)
        {
            int end = Math.Min(paragraph.Length, start + Width);
            while (end < paragraph.Length && "，。、；：）".Contains(paragraph[end], StringComparison.Ordinal)) end++;
            lines.Add(paragraph[start..end]);
            start = end;
        }
        return string.Join('\n', lines);
    }
}
