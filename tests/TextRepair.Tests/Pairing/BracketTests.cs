namespace TextRepair.Tests.Pairing;

/// <summary>Brackets and title marks: halves that do not belong together are mended, and conventions stay.</summary>
public class BracketTests
{
    private static readonly TextRepairer Repairer = new();

    [Theory]
    [InlineData("本办法自公布之日起施行（另有规定的除外〕。", "本办法自公布之日起施行（另有规定的除外）。")]
    [InlineData("本办法自公布之日起施行〔另有规定的除外）。", "本办法自公布之日起施行（另有规定的除外）。")]
    [InlineData("依照〔2012）12号文件办理。", "依照〔2012〕12号文件办理。")]
    [InlineData("详见附件（参照〔2012〕12号文件〕。", "详见附件（参照〔2012〕12号文件）。")]
    [InlineData("甲方（买方〕与乙方（卖方〕及丙方（保证人）", "甲方（买方）与乙方（卖方）及丙方（保证人）")]
    [InlineData("【招标公告］各单位：", "【招标公告】各单位：")]
    [InlineData("［注意事项】开机前检查。", "［注意事项］开机前检查。")]
    public void Brackets_of_two_kinds_become_one_pair(string given, string expected) =>
        Assert.Equal(expected, Repairer.Repair(given).Text);

    [Theory]
    [InlineData("依照〔2012〕12号文件办理。")]
    [InlineData("老书里的夹注〔原文如此〕不改。")]
    [InlineData("取值在[0, 1)之间，或在（0，1]之间；不含端点的（甲，乙]也一样。")]
    [InlineData("【步骤 1）开机 2）关机】完成。")]
    [InlineData("【甲（乙】与（丙）")]
    [InlineData("（甲〕乙）")]
    [InlineData("数组 a[i）是笔误，但不是这里的事。")]
    [InlineData("（封建论》一文")]
    public void Right_and_doubtful_brackets_come_back_as_the_same_instance(string text) =>
        Assert.Same(text, Repairer.Repair(text).Text);

    [Theory]
    [InlineData("根据?中华人民共和国公司法?的规定，制定本章程。", "根据《中华人民共和国公司法》的规定，制定本章程。")]
    [InlineData("会上印发了？安全生产管理办法（试行）？和有关材料。", "会上印发了《安全生产管理办法（试行）》和有关材料。")]
    public void Title_marks_that_became_question_marks_come_back(string given, string expected) =>
        Assert.Equal(expected, Repairer.Repair(given).Text);

    [Theory]
    [InlineData("这件事违反了吗?法院是否适用合同法?我们再看。")]
    [InlineData("你知道根据什么?哪些单位适用这个办法?")]
    [InlineData("他去了?谁说的?")]
    public void Questions_stay(string text) => Assert.Same(text, Repairer.Repair(text).Text);

    [Fact]
    public void What_is_not_asked_for_is_not_mended()
    {
        var options = new TextRepairOptions();
        options.Kinds.Remove(EditKind.Quote);
        const string Text = "本办法自公布之日起施行（另有规定的除外〕。";
        Assert.Same(Text, new TextRepairer(options).Repair(Text).Text);
    }
}
