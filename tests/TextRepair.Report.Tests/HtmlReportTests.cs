using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CsCheck;

namespace TextRepair.Report.Tests;

/// <summary>The page as markup, read back by an HTML parser.</summary>
public class HtmlReportTests
{
    private const string Hostile = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'&amp;--><!--]]>";

    [Fact]
    public void Every_edit_stands_in_its_place()
    {
        IDocument page = Parse(Results.Example);
        IElement[] edits = [.. page.QuerySelectorAll("#text .e")];
        Assert.Equal(Results.Example.Edits.Select(edit => edit.Replacement), edits.Select(edit => edit.QuerySelector("ins")!.TextContent));
        Assert.Equal("\n2\n".Replace('\n', '⏎'), edits[7].QuerySelector("del")!.TextContent);
        Assert.Contains("substitution", edits[0].ClassList);
        Assert.Contains("c2", edits[0].ClassList);
    }

    [Fact]
    public void Without_the_deleted_words_the_page_reads_as_the_repaired_text() =>
        Assert.Equal(Plain(Results.Example.Text), ReadBack(Parse(Results.Example), "del"));

    [Fact]
    public void Any_text_is_shown_as_text() =>
        Texts.Any.SelectMany(text => Gen.Int[0, Math.Max(0, text.Length - 1)].Array[0, 4], (text, places) => (text, places)).Sample(
            given =>
            {
                var edits = given.places.Distinct().Where(at => at < given.text.Length).Select(at => Results.Edit(at, given.text.Substring(at, 1), "换"));
                RepairResult result = Results.Make(given.text, edits, given.places.Select(at => new Finding(at, 0, FindingKind.Mask, given.text)));
                Assert.Equal(Plain(result.Text), ReadBack(Parse(result), "del"));
            },
            iter: 300);

    [Fact]
    public void Hostile_text_brings_no_element_of_its_own()
    {
        TextEdit[] edits = [new(0, Hostile, Hostile + Hostile, EditKind.Substitution, 0.9, Hostile, Hostile)];
        Finding[] findings = [new(0, 3, FindingKind.Mask, Hostile)];
        var diagnosis = new Diagnosis(1, [new(Hostile, Hostile, Hostile, 1, 1, 1, 1, 1)]);
        IDocument page = Parse(Results.Make(Hostile, edits, findings, diagnosis), Hostile);
        Assert.Equal(2, page.Scripts.Length);
        Assert.Empty(page.QuerySelectorAll("img, iframe, object, link, base, form"));
        Assert.DoesNotContain(page.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)));
        Assert.Equal(Hostile + Hostile, page.QuerySelector("#e0 ins")!.TextContent);
        Assert.Contains(Hostile, page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Characters_that_would_turn_the_page_round_are_named_instead()
    {
        string page = Results.Page(Results.Make("甲\u202e乙\u0000丙\ud83d丁", []));
        Assert.Contains("甲<span class=\"x\" data-x=\"U+202E\"></span>乙<span class=\"x\" data-x=\"U+0000\"></span>丙<span class=\"x\" data-x=\"U+D83D\"></span>丁", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_asks_for_nothing_from_anywhere()
    {
        string page = Results.Page(Results.Example);
        Assert.DoesNotContain("http:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https:", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" url(", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@import", page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clean_text_says_so()
    {
        IDocument page = Parse(Results.Make("今天天气很好。", []));
        Assert.StartsWith("Nothing was changed in 7 characters, 0 findings.", page.QuerySelector("#summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_text_makes_a_page() => Assert.Empty(Parse(Results.Make("", [])).QuerySelector("#text .block")!.TextContent);

    [Fact]
    public void The_same_result_gives_the_same_bytes() =>
        Assert.Equal(Encoding.UTF8.GetBytes(Results.Page(Results.Example, "a")), Encoding.UTF8.GetBytes(Results.Page(Results.Example, "a")));

    [Fact]
    public void A_confidence_short_of_certain_is_never_shown_as_certain() => Assert.Equal("99.9 %", Html.Percent(0.99999));

    private static IDocument Parse(RepairResult result, string name = "") => new HtmlParser().ParseDocument(Results.Page(result, name));

    // Block ends stand for line ends; characters without a shape are named in attributes and leave no text.
    private static string ReadBack(IDocument page, string without)
    {
        foreach (IElement element in page.QuerySelectorAll("#text " + without).ToArray()) element.Remove();
        return string.Join('\n', page.QuerySelectorAll("#text .block").Select(block => block.TextContent));
    }

    private static string Plain(string text)
    {
        using var shown = new StringWriter();
        Html.WriteText(shown, text);
        return new HtmlParser().ParseDocument($"<div>{shown}</div>").QuerySelector("div")!.TextContent;
    }
}
