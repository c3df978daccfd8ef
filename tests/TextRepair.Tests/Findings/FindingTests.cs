namespace TextRepair.Tests.Findings;

/// <summary>What can be seen and not repaired is reported, and right text is not.</summary>
public class FindingTests
{
    private static readonly TextRepairer Repairer = new();

    [Theory]
    [InlineData("比上年增长%，全年完成亿元。", 11, FindingKind.MissingFigure)]
    [InlineData("比上年增长%。", 5, FindingKind.MissingFigure)]
    [InlineData("同比提高个百分点。", 4, FindingKind.MissingFigure)]
    [InlineData("利润率达到%，规划面积平方公里。", 5, FindingKind.MissingFigure)]
    [InlineData("同比分别提高、和个百分点。", 6, FindingKind.MissingFigure)]
    [InlineData("总投资达12023亿元的项目，引进投资2023亿元。", 4, FindingKind.ImpossibleFigure)]
    [InlineData("总投资达12023亿元的项目，引进投资2023亿元，到2023年完成。", 27, FindingKind.ImpossibleFigure)]
    [InlineData("会议于5月2023日召开。", 5, FindingKind.ImpossibleFigure)]
    [InlineData("xx年，XX县区完成了任务。", 0, FindingKind.Mask)]
    [InlineData("内容是锟斤拷锟斤拷。", 3, FindingKind.Mojibake)]
    [InlineData("工作要求：\n\uf0d8 加强领导。", 6, FindingKind.Mojibake)]
    [InlineData("2012年开局良好。2012年一季度、2012年上半年和2011年相比均有进步。2023年，全县生产总值同比增长9%，2012年累计减税三亿元。", 40, FindingKind.ImpossibleFigure)]
    [InlineData("内容是\ufffd\ufffd。", 3, FindingKind.Mojibake)]
    public void Damage_is_reported_where_it_is(string text, int start, FindingKind kind)
    {
        RepairResult result = Repairer.Repair(text);
        Assert.Same(text, result.Text);
        Assert.Contains(result.Findings, finding => finding.Start == start && finding.Kind == kind);
    }

    [Theory]
    [InlineData("总投资3.5亿元，增长12%，提高两个百分点。")]
    [InlineData("新增亿元企业20家，投资亿元以上项目15个，上亿元的订单。")]
    [InlineData("百分号写作“%”，每平方米用水几个立方米不等。")]
    [InlineData("2023年实现收入2083亿元，2022年为1953亿元。")]
    [InlineData("2023年营业收入为72023亿元，占去年的一半。")]
    [InlineData("被盗物品价值2020元。法院认定，该物品价值2020元。")]
    [InlineData("公元前的玉米，元旦，百分点，亿万人民，万一下雨，单位（万元）。")]
    [InlineData("累计带货超亿元，产值过亿元的村有三个。")]
    [InlineData("2012年开局良好。2012年一季度、2012年上半年和2011年相比均有进步。到2023年，全县生产总值将比2012年翻一番，比上年增长一成。")]
    [InlineData("1998年建厂，2003年荣获金奖，2008年改制，2013年同比增长两成，2018年被评为先进。")]
    [InlineData("终端的提示符 \ue0b0 和 \ue0a0 来自字体。")]
    [InlineData("xxl 号的衣服，axxb，0xXX。")]
    [InlineData("单位：平方米\n面积（平方米）\n元/平方米")]
    public void Right_figures_are_not_reported(string text) => Assert.Empty(Repairer.Repair(text).Findings);

    [Fact]
    public void A_text_that_ends_in_mid_sentence_is_reported()
    {
        string text = string.Concat(Enumerable.Repeat("各级各部门要高度重视，加强组织领导，落实工作责任。", 50)) + "农业致力培育特色，不断优化产业布";
        Assert.Contains(Repairer.Repair(text).Findings, finding => finding.Kind == FindingKind.TruncatedEnd && finding.Start == text.Length);
    }
}
