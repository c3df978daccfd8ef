using System.Text;
using CsCheck;

namespace TextRepair.Cli.Tests;

public class TextDecoderTests
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    private static Gen<string> AnyText { get; } = Gen.OneOf(
        Gen.Char['\u4e00', '\u9fa5'].Select(c => c.ToString()),
        Gen.OneOfConst("，", "。", "\r\n", "\n", "a", "1", " ", "😀", "\ue000", "é", "\0")).Array[0, 40].Select(string.Concat);

    [Fact]
    public void What_was_encoded_is_decoded_and_encoded_again_to_the_same_bytes() =>
        Gen.Select(AnyText, Gen.Enum<TextEncoding>(), Gen.Bool).Sample((text, encoding, hasMark) =>
        {
            byte[] bytes = TextDecoder.Encode(text, encoding, hasMark);
            DecodedText decoded = TextDecoder.Decode(bytes, "a", encoding);
            return decoded.Text == text && decoded.HasByteOrderMark == hasMark && decoded.Encode(decoded.Text).AsSpan().SequenceEqual(bytes);
        });

    [Fact]
    public void Any_bytes_are_decoded_exactly_or_refused_with_a_reason() =>
        Gen.OneOf(Gen.Byte.Array[0, 30], AnyText.Select(Gb18030.GetBytes), Gen.Select(AnyText, Gen.Byte, (text, b) => (byte[])[.. Encoding.UTF8.GetBytes(text), b]))
            .Sample(bytes =>
            {
                try
                {
                    DecodedText decoded = TextDecoder.Decode(bytes, "a.txt");
                    return decoded.Encode(decoded.Text).AsSpan().SequenceEqual(bytes);
                }
                catch (CliException e)
                {
                    return e.Message.StartsWith("a.txt: ", StringComparison.Ordinal);
                }
            }, iter: 20_000);

    [Theory]
    [InlineData("经济社会发展，人民生活改善。")]
    [InlineData("工程")]
    public void Gb18030_is_found_out(string text)
    {
        DecodedText decoded = TextDecoder.Decode(Gb18030.GetBytes(text), "a");
        Assert.Equal((text, TextEncoding.Gb18030), (decoded.Text, decoded.Encoding));
    }

    [Fact]
    public void Utf8_that_was_cut_is_not_taken_for_gb18030()
    {
        byte[] cut = Encoding.UTF8.GetBytes("经济社会发展，人民生活改善")[..^1];
        var e = Assert.Throws<CliException>(() => TextDecoder.Decode(cut, "a.txt"));
        Assert.Contains("offset 36 is not UTF-8", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Binary_files_are_refused()
    {
        var e = Assert.Throws<CliException>(() => TextDecoder.Decode([0x89, 0x50, 0x00, 0xff], "a.png"));
        Assert.Contains("not a text file", e.Message, StringComparison.Ordinal);
    }
}
