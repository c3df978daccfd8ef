using System.Text;
using CsCheck;

namespace TextRepair.Documents.Tests;

public class HtmlTests
{
    private static readonly DocumentRepairer Repairer = Repairs.Replacing(("根底", "基础"), ("原那么", "原则"), ("开展", "发展"), ("双过半", "“双过半”"));

    [Theory]
    [InlineData("<p>根底设施</p>", "<p>基础设施</p>")]
    [InlineData("<P  CLASS=a data-x='<b>'>根底</P><br/>", "<P  CLASS=a data-x='<b>'>基础</P><br/>")]
    [InlineData("<p>加强根<b>底</b>设施", "<p>加强基<b>础</b>设施")]
    [InlineData("<p>原<i>那么</i>上", "<p>原则<i></i>上")]
    [InlineData("<p title='根底'>根底<!-- 根底 --></p>", "<p title='根底'>基础<!-- 根底 --></p>")]
    [InlineData("<script>var a='根底<p>';</script><style>根底</style><pre>根底</pre>根底", "<script>var a='根底<p>';</script><style>根底</style><pre>根底</pre>基础")]
    [InlineData("<code>根底<code>根底</code>根底</code>根底", "<code>根底<code>根底</code>根底</code>基础")]
    [InlineData("<title>根底 &lt;b&gt;</title>根底&nbsp;根&#24213;&amp;根底", "<title>基础 &lt;b&gt;</title>基础&nbsp;基础&amp;基础")]
    [InlineData("根底\r\n根底\r\n\r\n根底 & <3 根底", "基础\r\n基础\r\n\r\n基础 & <3 基础")]
    [InlineData("<ruby>根<rt>gēn</rt>底<rt>dǐ</rt></ruby>", "<ruby>基<rt>gēn</rt>础<rt>dǐ</rt></ruby>")]
    [InlineData("<p>根</p><p>底</p>根<br>底", "<p>根</p><p>底</p>根<br>底")]
    [InlineData("根\n底 根 底", "根\n底 根 底")]
    [InlineData("😀根底<b>😀</b>开展", "😀基础<b>😀</b>发展")]
    [InlineData("<svg><text>根底</text></svg><textarea>根底</textarea>", "<svg><text>根底</text></svg><textarea>根底</textarea>")]
    [InlineData("根底<!DOCTYPE html><![CDATA[根底]]>根底", "基础<!DOCTYPE html><![CDATA[根底]]>基础")]
    [InlineData("<?xml version='1.0'?><p>根底<![CDATA[根底<b>]]>根底</p>", "<?xml version='1.0'?><p>基础<![CDATA[根底<b>]]>基础</p>")]
    [InlineData("<?xml version='1.0'?><script src='a'/>根底", "<?xml version='1.0'?><script src='a'/>基础")]
    [InlineData("根</>底根底", "根</>底基础")]
    public void Text_changes_and_markup_stays(string before, string after) =>
        Assert.Equal(after, Encoding.UTF8.GetString(Repairer.Repair(Repairs.Utf8(before), FileFormat.Html).Output));

    [Fact]
    public void What_is_put_in_is_escaped() =>
        Assert.Equal("<p>a&lt;b&amp;c", Encoding.UTF8.GetString(Repairs.Replacing(("甲", "a<b&c")).Repair(Repairs.Utf8("<p>甲"), FileFormat.Html).Output));

    [Fact]
    public void An_edit_across_a_paragraphs_end_is_not_made_and_is_told()
    {
        (byte[] output, DocumentRepairResult result) = Repairs.Replacing(("甲\n乙", "甲乙"), ("丙", "丁")).Repair(Repairs.Utf8("<p>甲</p><p>乙丙</p>"), FileFormat.Html);
        Assert.Equal("<p>甲</p><p>乙丁</p>", Encoding.UTF8.GetString(output));
        Assert.Equal("甲\n乙", Assert.Single(result.Skipped).Original);
        Assert.Equal("甲\n乙丁\n", result.Result.Text);
    }

    [Theory]
    [InlineData("<meta charset=gb2312>", "gb18030")]
    [InlineData("<meta http-equiv='Content-Type' content='text/html; charset=GBK'>", "gb18030")]
    [InlineData("<meta charset=\"big5\">", "big5")]
    [InlineData("<?xml version='1.0' encoding='utf-8'?>", "utf-8")]
    [InlineData("", "gb18030")]
    public void The_encoding_is_kept(string head, string encoding)
    {
        Encoding known = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        byte[] output = Repairs.Replacing(("根底", "基本")).Repair(known.GetBytes(head + "<p>天下根底天下"), FileFormat.Html).Output;
        Assert.Equal(known.GetBytes(head + "<p>天下基本天下"), output);
    }

    [Fact]
    public void A_character_that_the_encoding_lacks_becomes_a_reference()
    {
        Encoding big5 = CodePagesEncodingProvider.Instance.GetEncoding("big5")!;
        byte[] output = Repairs.Replacing(("天下", "们")).Repair(big5.GetBytes("<meta charset=big5>天下"), FileFormat.Html).Output;
        Assert.Equal("<meta charset=big5>&#20204;", big5.GetString(output));
    }

    [Fact]
    public void A_byte_order_mark_is_kept()
    {
        byte[] before = [0xEF, 0xBB, 0xBF, .. Repairs.Utf8("<p>根底")];
        Assert.Equal([0xEF, 0xBB, 0xBF, .. Repairs.Utf8("<p>基础")], Repairer.Repair(before, FileFormat.Html).Output);
    }

    [Fact]
    public void A_page_in_which_nothing_changes_comes_out_byte_for_byte()
    {
        byte[] before = Repairs.Utf8("<html>\r\n<P>今天&nbsp;天气 很好\0<b>。");
        Assert.Equal(before, Repairer.Repair(before, FileFormat.Html).Output);
    }

    [Fact]
    public void Bytes_that_are_not_of_the_declared_encoding_are_refused() =>
        Assert.Contains("utf-8", Refused([.. Repairs.Utf8("<meta charset=utf-8>"), 0xFF, 0xFE, 0xFF]), StringComparison.Ordinal);

    [Fact]
    public void An_encoding_that_is_not_known_is_refused() =>
        Assert.Contains("klingon", Refused(Repairs.Utf8("<meta charset=klingon>")), StringComparison.Ordinal);

    [Fact]
    public void Any_page_keeps_its_markup() =>
        Gen.Frequency(
            (3, Gen.OneOfConst("<p>", "</p>", "<b>", "</b>", "<br/>", "<", "</", "<!", "<!--", "-->", "<script>", "</script>", "<pre>", "</pre>", "<title>", "</title>", "&amp;", "&", "&#x", "&lt", "&nbsp;", "<a href='", "\">", "<?x", "]]>", "<![CDATA[", "<textarea>", "<svg/>", "<plaintext>")),
            (3, Texts.Any))
        .Array[0, 12].Select(string.Concat)
        .Where(text => !text.Contains('\ufeff', StringComparison.Ordinal))
        .Sample(
            source =>
            {
                byte[] before = Repairs.Utf8(source);
                byte[] after = Repairs.Replacing(("开展", "发展")).Repair(before, FileFormat.Html).Output;
                // Between characters of equal length only 开 may become 发, and nothing else changes.
                string was = Encoding.UTF8.GetString(before), became = Encoding.UTF8.GetString(after);
                Assert.Equal(was.Length, became.Length);
                for (int i = 0; i < was.Length; i++) Assert.True(was[i] == became[i] || (was[i], became[i]) is ('开', '发'), $"{was} / {became}");
                Assert.DoesNotContain("开展", Repairs.Read(after, FileFormat.Html), StringComparison.Ordinal);
            },
            iter: 2000);

    private static string Refused(byte[] content)
    {
        using var output = new MemoryStream();
        using var input = new MemoryStream(content);
        string message = Assert.Throws<DocumentException>(() => Repairer.Repair(input, output, FileFormat.Html)).Message;
        Assert.Equal(0, output.Length);
        return message;
    }
}
