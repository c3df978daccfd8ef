using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using TextRepair.Records;

namespace TextRepair.Tests.Records;

public class JsonRecordTests
{
    [Theory]
    [InlineData("""{"text":"提高效劳质量","n":1.50}""", """{"text":"提高服务质量","n":1.50}""")]
    [InlineData("""{ "n" : 1e3 ,"text" :	"效劳" , "x":[{"text":"效劳"}]}""", """{ "n" : 1e3 ,"text" :	"服务" , "x":[{"text":"效劳"}]}""")]
    [InlineData("{\"text\":\"a\\/b效劳\\n\\u4e2d\"}\r\n", "{\"text\":\"a\\/b服务\\n\\u4e2d\"}\r\n")]
    [InlineData("""{"text":"\u6548\u52b3"}""", """{"text":"\u670d\u52a1"}""")]
    [InlineData("""{"te\u0078t":"😀效劳😀"}""", """{"te\u0078t":"😀服务😀"}""")]
    [InlineData("\ufeff{\"text\":\"\\ud83d效劳\\ude00\"}\n", "\ufeff{\"text\":\"\\ud83d服务\\ude00\"}\n")]
    [InlineData("""{"id":"a","text":"干净"}""", """{"id":"a","text":"干净"}""")]
    public void Only_the_edited_bytes_change(string line, string expected)
    {
        JsonRecord record = Parse(line);
        Assert.Equal(expected, Rewrite(record, Swap(record.Text, "效劳", "服务")));
    }

    [Fact]
    public void What_an_edit_brings_in_is_escaped()
    {
        JsonRecord record = Parse("""{"text":"ab"}""");
        EditList edits = EditList.Create([new TextEdit(1, "", "\"\\\n\u0001\ud800中", EditKind.Layout, 1, "r", "")]);
        Assert.Equal("""{"text":"a\"\\\n\u0001\ud800中b"}""", Rewrite(record, edits));
    }

    [Theory]
    [InlineData("", "an empty line")]
    [InlineData("\ufeff \n", "an empty line")]
    [InlineData("[]", "an array")]
    [InlineData("12", "a number")]
    [InlineData("{}", "found none")]
    [InlineData("""{"a":{"text":"x"}}""", "found none")]
    [InlineData("""{"text":null}""", "found null")]
    [InlineData("""{"text":["x"]}""", "found an array")]
    [InlineData("""{"text":"x","text":"y"}""", "found two")]
    [InlineData("""{"text":"x"}{"text":"y"}""", "something else at byte 12")]
    [InlineData("""{"text":"x" """, "something else")]
    [InlineData("{\"text\":\"a\tb\"}", "something else")]
    [InlineData("""{"text":"\x"}""", "something else")]
    public void Broken_lines_say_what_is_wrong(string line, string part)
    {
        var e = Assert.Throws<RecordFormatException>(() => Parse(line));
        Assert.Contains(part, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_utf8_are_refused_with_their_place()
    {
        byte[] line = [.. "{\"x\":\"\xff"u8[..6], 0xff, .. "\",\"text\":\"a\"}"u8];
        var e = Assert.Throws<RecordFormatException>(() => JsonRecord.Parse(line));
        Assert.Contains("the first at byte 6", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id":"a\"b","text":""}""", "\"a\\\"b\"")]
    [InlineData("""{"text":"","id":12.50}""", "12.50")]
    [InlineData("""{"text":"","id":null}""", "")]
    [InlineData("""{"text":"","id":{"id":3}}""", "")]
    [InlineData("""{"text":""}""", "")]
    public void The_id_is_kept_as_it_is_spelled(string line, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(Parse(line).Id.Span));

    [Fact]
    public void A_field_may_have_another_name()
    {
        JsonRecord record = JsonRecord.Parse("""{"text":1,"正文":"效劳","号":7}"""u8.ToArray(), "正文", "号");
        Assert.Equal("效劳", record.Text);
        Assert.Equal("7", Encoding.UTF8.GetString(record.Id.Span));
    }

    [Fact]
    public void Any_text_comes_through_and_unedited_lines_keep_every_byte() => Texts.Any.Sample(text =>
    {
        string line = "{\"text\":\"" + Escape(text) + "\",\"n\":0.10}\n";
        JsonRecord record = Parse(line);
        return record.Text == text && Rewrite(record, EditList.Empty) == line;
    });

    [Fact]
    public void Rewriting_and_parsing_again_gives_the_edited_text() => Gen.Select(Texts.Any, Gen.Bool).Sample((text, ascii) =>
    {
        var spelled = new ArrayBufferWriter<byte>();
        EscapedText.Encode(text, ascii, spelled);
        JsonRecord record = JsonRecord.Parse((byte[])[.. "{\"text\":\""u8, .. spelled.WrittenSpan, .. "\"}"u8]);
        EditList edits = Swap(text, "效劳", "服务\ud800\"");
        return JsonRecord.Parse(Encoding.UTF8.GetBytes(Rewrite(record, edits))).Text == edits.ApplyTo(text);
    });

    [Fact]
    public void Any_bytes_are_a_record_or_refused() => Lines.Sample(line =>
    {
        try
        {
            JsonRecord record = JsonRecord.Parse(line);
            var output = new ArrayBufferWriter<byte>();
            record.Write(EditList.Empty, output);
            return output.WrittenSpan.SequenceEqual(line);
        }
        catch (RecordFormatException e)
        {
            return e.Message.StartsWith("expected", StringComparison.Ordinal);
        }
    }, iter: 5000);

    [Fact]
    public void What_is_accepted_the_framework_accepts_too() => Lines.Sample(line =>
    {
        JsonRecord record;
        try
        {
            record = JsonRecord.Parse(line);
        }
        catch (RecordFormatException)
        {
            return true;
        }
        ReadOnlySpan<byte> json = line.AsSpan().StartsWith("\ufeff"u8) ? line.AsSpan(3) : line;
        try
        {
            return JsonNode.Parse(json)!["text"]!.GetValue<string>() == record.Text;
        }
        catch (InvalidOperationException)
        {
            return record.Text.Any(char.IsSurrogate);
        }
    }, iter: 5000);

    private static Gen<byte[]> Lines { get; } = Gen.OneOf(
        Gen.OneOfConst("{", "}", "\"text\"", ":", "\"", "中", "\\u4e2d", "\\ud83d", "\\", "\\n", ",", "[", "]", "1", " ", "\n", "null", "\ufeff", "a", "\"b\":1,", "😀")
            .Array[0, 12].Select(pieces => Encoding.UTF8.GetBytes("{\"text\":\"" + string.Concat(pieces))),
        Gen.OneOfConst("中", "\\u4E2d", "\\ud83d\\ude00", "\\udead", "\\\\", "\\n", "a", "\\/", "😀", "\t")
            .Array[0, 8].Select(pieces => Encoding.UTF8.GetBytes("{\"text\":\"" + string.Concat(pieces) + "\"}\n")),
        Gen.Byte.Array[0, 40]);

    internal static JsonRecord Parse(string line) => JsonRecord.Parse(Encoding.UTF8.GetBytes(line));

    internal static string Rewrite(JsonRecord record, EditList edits)
    {
        var output = new ArrayBufferWriter<byte>();
        record.Write(edits, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    internal static EditList Swap(string text, string from, string to)
    {
        var edits = new List<TextEdit>();
        for (int at = text.IndexOf(from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(from, at + from.Length, StringComparison.Ordinal))
            edits.Add(new TextEdit(at, from, to, EditKind.Substitution, 0.99, $"{from}→{to}", "test"));
        return EditList.Create(edits);
    }

    private static string Escape(string text)
    {
        var spelled = new ArrayBufferWriter<byte>();
        EscapedText.Encode(text, ascii: false, spelled);
        return Encoding.UTF8.GetString(spelled.WrittenSpan);
    }
}
