using System.Text;

namespace TextRepair.Tests.Findings;

/// <summary>Chinese that was decoded with the wrong encoding is reported with what it should read, and what people write on purpose is not.</summary>
public class MojibakeTests
{
    private const string Sentence = "今年我们完成了全部任务，明年的目标是“再上一个台阶”。";

    private static readonly TextRepairer Repairer = new();
    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static TheoryData<string> Damaged => new()
    {
        Gbk.GetString(Encoding.UTF8.GetBytes(Sentence)),
        Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(Sentence)),
        Western.GetString(Encoding.UTF8.GetBytes(Sentence)),
        Encoding.Latin1.GetString(Gbk.GetBytes(Sentence)),
        Western.GetString(Gbk.GetBytes(Sentence)),
    };

    [Theory, MemberData(nameof(Damaged), DisableDiscoveryEnumeration = true)]
    public void What_the_bytes_still_tell_is_said(string damaged)
    {
        RepairResult result = Repairer.Repair($"第一段是好的。\n{damaged}\n第三段也是好的。");
        Assert.All(result.Findings, finding => Assert.Equal(FindingKind.Mojibake, finding.Kind));
        Assert.InRange(result.Findings.Sum(finding => finding.Length), damaged.Length * 3 / 4, damaged.Length);
        Assert.Contains(result.Findings, finding => finding.Message.Contains("全部任务", StringComparison.Ordinal) || finding.Message.Contains("任务，", StringComparison.Ordinal));
    }

    [Fact]
    public void What_begins_with_no_letter_is_read_from_its_beginning()
    {
        Finding finding = Assert.Single(Repairer.Repair($"第一段。\n{Encoding.Latin1.GetString(Gbk.GetBytes("会议要求落实责任"))}\n第三段。").Findings);
        Assert.Equal((5, 16), (finding.Start, finding.Length));
        Assert.Contains("“会议要求落实责任”", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lost_byte_at_the_beginning_does_not_hide_what_the_others_tell()
    {
        Finding finding = Assert.Single(Repairer.Repair($"\ufffd{Gbk.GetString(Encoding.UTF8.GetBytes("我们，都好。"))}").Findings);
        Assert.Contains("UTF-8 that was read as GBK", finding.Message, StringComparison.Ordinal);
        Assert.Contains("我们，都", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_gone_are_reported_once_a_run()
    {
        Finding finding = Assert.Single(Repairer.Repair("内容是锟斤拷锟斤拷锟斤拷，\n其余是好的。").Findings);
        Assert.Equal((3, 9), (finding.Start, finding.Length));
        Assert.Contains("gone", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("网页上常见的“锟斤拷”就是这样来的。")]
    [InlineData("乱码锟斤拷由 U+FFFD 而来，烫烫烫烫由 0xCC 而来，「锛屾垜」由 UTF-8 而来。")]
    [InlineData("这杯水烫烫的，烫烫烫！")]
    [InlineData("法语用 àâæçéèêëîïôœùûüÿ 等字母，西班牙语用 ÁÉÍÑÓÚÜ。")]
    [InlineData("字母表：ÀÁÂÃÄÅ。Café、naïve、Ångström，3×4÷2，20°±1°。")]
    [InlineData("根据刑法第××××条，粤A××××××号车")]
    [InlineData("浙江、涓流、锛凿、鐾刀、浜崎、銆銆。")]
    public void What_is_written_on_purpose_is_not_reported(string text) => Assert.Empty(Repairer.Repair(text).Findings);
}
