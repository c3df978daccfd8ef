using System.Buffers;
using System.Text;
using System.Text.Json;
using CsCheck;
using TextRepair.Records;

namespace TextRepair.Tests.Records;

public class ResultJsonTests
{
    [Fact]
    public void Edits_and_findings_are_lines_sorted_by_start()
    {
        EditList edits = JsonRecordTests.Swap("效劳，完成亿元，效劳", "效劳", "服务");
        var findings = new[] { new Finding(5, 0, FindingKind.MissingFigure, "a figure is missing") };
        var result = new RepairResult("效劳，完成亿元，效劳", "服务，完成亿元，服务", edits, findings, Diagnosis.Clean);
        var output = new ArrayBufferWriter<byte>();
        ResultJson.WriteLines(result, new RecordPlace(3, "\"a\""u8.ToArray()), output);
        Assert.Equal(
            """
            {"line":3,"id":"a","start":0,"length":2,"original":"效劳","replacement":"服务","kind":"substitution","confidence":0.99,"rule":"效劳→服务","reason":"test"}
            {"line":3,"id":"a","start":5,"length":0,"kind":"missing-figure","message":"a figure is missing"}
            {"line":3,"id":"a","start":8,"length":2,"original":"效劳","replacement":"服务","kind":"substitution","confidence":0.99,"rule":"效劳→服务","reason":"test"}

            """.ReplaceLineEndings("\n"),
            Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Fact]
    public void An_edit_of_any_text_survives_writing_and_reading() => Gen.Select(Texts.Any, Texts.Any).Sample((original, replacement) =>
    {
        TextEdit edit = new(7, original, replacement, EditKind.Width, 0.5, original, replacement);
        TextEdit read = Read(Write(edit));
        return (read.Start, read.Original, read.Replacement, read.Kind, read.Confidence, read.Rule, read.Reason)
            == (edit.Start, edit.Original, edit.Replacement, edit.Kind, edit.Confidence, edit.Rule, edit.Reason);
    });

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"start":-1,"length":0,"original":"","replacement":"","kind":"ocr"}""")]
    [InlineData("""{"start":1,"length":2,"original":"a","replacement":"","kind":"ocr"}""")]
    [InlineData("""{"start":1.5,"length":1,"original":"a","replacement":"","kind":"ocr"}""")]
    [InlineData("""{"start":1,"length":1,"original":"a","replacement":1,"kind":"ocr"}""")]
    [InlineData("""{"start":1,"length":1,"original":"a","replacement":"b","kind":"?"}""")]
    public void What_is_no_edit_is_refused(string json) =>
        Assert.Throws<RecordFormatException>(() => Read(Encoding.UTF8.GetBytes(json)));

    private static byte[] Write(TextEdit edit)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(output, ResultJson.WriterOptions)) ResultJson.Write(writer, edit);
        return output.WrittenSpan.ToArray();
    }

    private static TextEdit Read(byte[] json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return ResultJson.ReadEdit(document.RootElement);
    }
}
