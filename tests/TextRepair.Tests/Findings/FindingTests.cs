namespace TextRepair.Tests.Findings;

/// <summary>What can be seen and not repaired is reported, and right text is not.</summary>
public class FindingTests
{
    private static readonly TextRepairer Repairer = new();

    [Theory]
    [InlineData("全年完成亿元。", 4, FindingKind.MissingFigure)]
    [InlineData("比上年增长%。", 5, FindingKind.MissingFigure)]
    [InlineData("同比提高个百分点。", 4, FindingKind.MissingFigure)]
    [InlineData("总投资达12023亿元的项目。", 4, FindingKind.ImpossibleFigure)]
    [InlineData("xx年，XX县区完成了任务。", 0, FindingKind.Mask)]
    [InlineData("内容是锟斤拷锟斤拷。", 3, FindingKind.Mojibake)]
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
