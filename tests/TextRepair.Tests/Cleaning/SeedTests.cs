namespace TextRepair.Tests.Cleaning;

/// <summary>The customer's document: what was driven in comes out, what was lost is put back or reported.</summary>
public class SeedTests
{
    private static readonly string Seed = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "seeds", "county-work-report.txt"));
    private static readonly RepairResult Result = new TextRepairer().Repair(Seed);

    [Fact]
    public void All_page_marks_go_and_nothing_else_is_joined()
    {
        Assert.DoesNotContain('\n', Result.Text);
        Assert.Equal(15, Result.Edits.Count(edit => edit.Rule == "page-mark" && edit.Start > 0));
        Assert.All(Result.Edits.Where(edit => edit.Kind == EditKind.Layout), edit => Assert.Equal("page-mark", edit.Rule));
    }

    [Theory]
    [InlineData("完成", "亿元。财政总收入")]
    [InlineData("分别增长", "%和%。从占比看")]
    [InlineData("分别增长%和", "%。从占比看")]
    [InlineData("分别提高了 1、和", "个百分点")]
    [InlineData("规上工业增加值", "亿元。规模以上")]
    [InlineData("生工程建设资金", "亿\n10、元")]
    [InlineData("增速分别高出和", "个百分点")]
    [InlineData("下降了和", "个百分点")]
    [InlineData("接近%、%、%和", "%")]
    [InlineData("原规划面积", "平方公里")]
    [InlineData("占用了", "平方公里")]
    [InlineData("同期还下降了", "亿元")]
    public void A_figure_that_is_gone_is_reported_where_it_stood(string left, string right)
    {
        int gap = Seed.IndexOf(left + right, StringComparison.Ordinal) + left.Length;
        Assert.Contains(Result.Findings, finding => finding.Kind == FindingKind.MissingFigure && finding.Start == gap);
    }

    [Theory]
    [InlineData("总投资达", "12023亿元")]
    [InlineData("闽发铝业、", "2023亿元")]
    [InlineData("引进投资", "2023亿元")]
    [InlineData("总投资规模", "20230亿元")]
    public void A_figure_with_a_year_in_it_is_reported(string left, string figure)
    {
        int start = Seed.IndexOf(left + figure, StringComparison.Ordinal) + left.Length;
        Assert.Contains(Result.Findings, finding => finding.Kind == FindingKind.ImpossibleFigure && finding.Start == start);
    }

    [Fact]
    public void No_quote_is_closed_at_a_wrong_place_and_every_other_one_is_reported()
    {
        string[] right =
        [
            "“系责于心、履责为民”", "“拼争全国五十强县市、建设现代化综合新城”", "“双过半”", "“双引擎”", "“六大指挥部、五位一体”", "“三业并举、三化联动”", "“一带两园三区”",
            "“五年大提升”", "“五下降”", "“三个不够”", "“两区两基地”", "“半年有苗头”", "“四点互动”", "“三大商圈”",
        ];
        List<TextEdit> closed = [.. Result.Edits.Where(edit => edit.Rule == "closing-quote")];
        Assert.All(closed, edit =>
        {
            int end = Result.Edits.ToRepaired(edit.Start), open = Result.Text.LastIndexOf('“', end);
            Assert.Contains(Result.Text[open..(Result.Text.IndexOf('”', open) + 1)], right);
        });
        Assert.InRange(closed.Count, 10, 16);
        Assert.Equal(16, closed.Count + Result.Findings.Count(finding => finding.Kind == FindingKind.UnclosedQuote));
    }
}
