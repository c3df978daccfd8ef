namespace TextRepair.Tests.Findings;

/// <summary>The figures of the customer's document: all that are gone and all that cannot be are reported, and no others.</summary>
public class SeedFigureTests
{
    private static readonly string Seed = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "seeds", "county-work-report.txt"));
    private static readonly RepairResult Result = new TextRepairer().Repair(Seed);

    // Read from the document: | is where a figure is gone.
    private static readonly string[] Missing =
    [
        "地区生产总值完成|亿元", "财政总收入到达|亿元", "一般预算收入到达|亿元", "分别完成|亿元和", "亿元和|亿元,连续", "统计口径完成了|亿元", "分别增长|%和", "%和|%。从占比",
        "提高了 1、|和个百分点", "1、和|个百分点", "规上工业增加值|亿元", "建设资金|亿\n10", "分别高出|和个百分点", "高出和|个百分点", "增速分别下降了|和个百分点", "下降了和|个百分点",
        "占比分别下降了|、 2", " 2、|和个\n12", "和|个\n12、百分点", "分别接近|%、%、%", "接近%、|%、%和", "%、%、|%和%", "%和|%。比照", "原规划面积|平方公里", "占用了|平方公里", "还下降了|亿元",
    ];

    private static readonly string[] Impossible = ["达|12023亿元的43", "铝业、|2023亿元的", "引进投资|2023亿元", "总投资规模|20230亿元", "1/6,|2023年接近", "测算,到|2023年"];

    [Fact]
    public void All_missing_figures_are_reported_and_no_others() => AssertReported(Missing, FindingKind.MissingFigure);

    [Fact]
    public void All_impossible_figures_are_reported_and_no_others() => AssertReported(Impossible, FindingKind.ImpossibleFigure);

    private static void AssertReported(string[] places, FindingKind kind) =>
        Assert.Equal(places.Select(PlaceOf).Order(), Result.Findings.Where(finding => finding.Kind == kind).Select(finding => finding.Start));

    private static int PlaceOf(string place)
    {
        string context = place.Replace("|", "", StringComparison.Ordinal);
        int start = Seed.IndexOf(context, StringComparison.Ordinal);
        Assert.True(start >= 0 && Seed.IndexOf(context, start + 1, StringComparison.Ordinal) < 0, $"{place}: expected once in the document.");
        return start + place.IndexOf('|', StringComparison.Ordinal);
    }
}
