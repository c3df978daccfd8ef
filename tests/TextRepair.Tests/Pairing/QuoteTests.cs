namespace TextRepair.Tests.Pairing;

/// <summary>Quotes: what was lost comes back where it is sure, and what is right or a convention stays.</summary>
public class QuoteTests
{
    private static readonly TextRepairer Repairer = new();

    [Fact]
    public void Closing_quotes_that_were_lost_come_back()
    {
        const string Given = "会议强调，要深入推进“放管服改革，全面落实“一带一路倡议，坚持以“三个代表重要思想为指导。";
        Assert.Equal("会议强调，要深入推进“放管服”改革，全面落实“一带一路”倡议，坚持以“三个代表”重要思想为指导。", Repairer.Repair(Given).Text);
    }

    [Fact]
    public void A_quote_that_is_not_closed_is_edited_or_reported_but_not_passed_over()
    {
        const string Given = "他在会上提到“某某问题和别的一些情况以及更多的背景，然后“又说了别的什么";
        RepairResult result = Repairer.Repair(Given);
        Assert.Equal(2, result.Edits.Count + result.Findings.Count(finding => finding.Kind == FindingKind.UnclosedQuote));
    }

    [Theory]
    [InlineData("这项工程被当地人称为“生命线，全长二十公里。", "这项工程被当地人称为“生命线”，全长二十公里。")]
    [InlineData("用户点击“保存”按钮即可，若要放弃，请点击“取消。", "用户点击“保存”按钮即可，若要放弃，请点击“取消”。")]
    public void One_that_was_lost_alone_comes_back_where_it_is_next_to_certain(string given, string expected) =>
        Assert.Equal(expected, Repairer.Repair(given).Text);

    [Theory]
    [InlineData("他把这叫作“积木“，但一个”部件“更大。")]
    [InlineData("使用编译器的 “-g“选项来编译程序。\n使用”-tui“选项可以打开窗口。")]
    public void One_beside_another_without_its_half_stays(string text) =>
        Assert.DoesNotContain(Repairer.Repair(text).Edits, edit => edit.Rule == "closing-quote");

    [Theory]
    [InlineData("打出\"红楼宴〞的牌子", "打出\"红楼宴\"的牌子")]
    [InlineData("打出\"红楼宴〞的牌子，人称“一绝”。", "打出“红楼宴”的牌子，人称“一绝”。")]
    [InlineData("打出“红楼宴〞的牌子", "打出“红楼宴”的牌子")]
    [InlineData("打出〝红楼宴”的牌子", "打出“红楼宴”的牌子")]
    public void Halves_of_different_forms_are_made_alike(string given, string expected) =>
        Assert.Equal(expected, Repairer.Repair(given).Text);

    [Fact]
    public void Thousands_of_open_quotes_take_linear_time_and_are_all_accounted_for()
    {
        string given = string.Concat(Enumerable.Repeat("推进“某某工作和“某某事项\n", 2000));
        RepairResult result = Repairer.Repair(given);
        Assert.Equal(4000, result.Edits.Count + result.Findings.Count(finding => finding.Kind == FindingKind.UnclosedQuote));
        Assert.Same(result.Text, Repairer.Repair(result.Text).Text);
    }

    [Fact]
    public void Any_mixture_of_quotes_and_brackets_comes_to_rest()
    {
        const string Pieces = "“”〝〞\"（）()〔〕［］【】《》?？甲乙法根据1234\n，。";
        var random = new Random(7);
        for (int round = 0; round < 3000; round++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            RepairResult result = Repairer.Repair(text);
            Assert.Equal(result.Text, result.Edits.ApplyTo(text));
            Assert.Same(result.Text, Repairer.Repair(result.Text).Text);
        }
    }

    [Theory]
    [InlineData("他说：“我们明天去。”大家都同意了。")]
    [InlineData("“第一段的话没有完。\n“第二段接着说，到这里才完。”")]
    [InlineData("《论语》说：「學而時習之，『不亦說乎』？」")]
    [InlineData("管理学派中的“某某理论“提出了什么观点？")]
    [InlineData("被认为是“虚构的某某“？请选择。")]
    [InlineData("〝舊式的引號〞在書裡很常見。")]
    [InlineData("屏幕宽 15.6\"，it's fine，rock 'n' roll。")]
    [InlineData("print(“hello”) 与 'world'")]
    [InlineData("区间 [0, 1) 与 (a, b]")]
    public void Right_quotes_and_conventions_come_back_as_the_same_instance(string text) =>
        Assert.Same(text, Repairer.Repair(text).Text);
}
