using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TextRepair.Documents.Tests;

public class DocxTests
{
    private static readonly DocumentRepairer Repairer = Repairs.Replacing(("根底", "基础"), ("原那么", "原则"), ("双过半,", "双过半”,"));

    [Fact]
    public void Text_is_replaced_run_by_run_and_formatting_stays()
    {
        byte[] before = Samples.Docx(["加强根底", "设施"], ["原", "那么", "上"], ["“双过半", ",财政"]);
        byte[] after = Repairer.Repair(before, FileFormat.Docx).Output;
        Assert.Equal([("加强基础", false), ("设施", true), ("原则", false), ("", true), ("上", false), ("“双过半”,", false), ("财政", true)], Runs(after));
        Assert.Equal("加强基础设施\n原则上\n“双过半”,财政\n基础工作\n", Repairs.Read(after, FileFormat.Docx));
    }

    [Fact]
    public void A_word_that_two_runs_share_is_replaced_character_by_character()
    {
        byte[] after = Repairer.Repair(Samples.Docx(["加强根", "底设施"]), FileFormat.Docx).Output;
        Assert.Equal([("加强基", false), ("础设施", true)], Runs(after));
    }

    [Fact]
    public void Inserted_text_goes_to_the_words_before_it()
    {
        var repairer = new DocumentRepairer(text =>
        {
            EditList edits = EditList.Create([new TextEdit(text.IndexOf(",财", StringComparison.Ordinal), "", "”", EditKind.Quote, 1, "quote", "test")]);
            return new RepairResult(text, edits.ApplyTo(text), edits, [], Diagnosis.Clean);
        });
        Assert.Equal([("“双过半”", false), (",财政", true)], Runs(repairer.Repair(Samples.Docx(["“双过半", ",财政"]), FileFormat.Docx).Output));
    }

    [Fact]
    public void A_clean_document_comes_out_byte_for_byte()
    {
        byte[] before = Samples.Docx(["今天", "天气很好。"]);
        Assert.Equal(before, Repairs.Replacing(("甲", "乙")).Repair(before, FileFormat.Docx).Output);
    }

    [Fact]
    public void The_end_of_a_paragraph_is_never_removed()
    {
        (byte[] output, DocumentRepairResult result) = Repairs.Replacing(("甲\n乙", "甲乙"), ("丙", "丁")).Repair(Samples.Docx(["甲"], ["乙丙"]), FileFormat.Docx);
        Assert.Single(result.Skipped);
        Assert.Equal("甲\n乙丁\n根底工作\n", Repairs.Read(output, FileFormat.Docx));
    }

    [Fact]
    public void Tabs_line_breaks_deleted_text_and_field_codes_are_left_alone()
    {
        byte[] content = Samples.Docx([""]);
        using (var stream = new MemoryStream())
        {
            stream.Write(content);
            using (WordprocessingDocument document = WordprocessingDocument.Open(stream, true))
            {
                Paragraph paragraph = document.MainDocumentPart!.Document!.Descendants<Paragraph>().First();
                paragraph.Append(
                    new Run(new Text("根"), new TabChar(), new Text("底"), new Break(), new Text("根底")),
                    new DeletedRun(new Run(new DeletedText("根底"))),
                    new Run(new FieldCode("根底")));
            }
            content = stream.ToArray();
        }
        byte[] output = Repairer.Repair(content, FileFormat.Docx).Output;
        Assert.Equal("根\t底\n基础\n基础工作\n", Repairs.Read(output, FileFormat.Docx));
        using var result = new MemoryStream(output);
        using WordprocessingDocument edited = WordprocessingDocument.Open(result, false);
        Assert.Equal("根底", edited.MainDocumentPart!.Document!.Descendants<DeletedText>().Single().Text);
        Assert.Equal("根底", edited.MainDocumentPart.Document.Descendants<FieldCode>().Single().Text);
    }

    private static (string Text, bool Bold)[] Runs(byte[] content)
    {
        using var stream = new MemoryStream(content);
        using WordprocessingDocument document = WordprocessingDocument.Open(stream, false);
        return [.. document.MainDocumentPart!.Document!.Descendants<Run>().Select(run => (run.InnerText, run.RunProperties?.Bold is not null))];
    }
}
