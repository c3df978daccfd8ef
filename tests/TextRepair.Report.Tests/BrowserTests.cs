using System.Globalization;
using System.Text;
using Microsoft.Playwright;

namespace TextRepair.Report.Tests;

/// <summary>The page in a real browser.</summary>
public sealed class BrowserTests(Browser browser) : IClassFixture<Browser>
{
    // Where to leave pictures for people to look at.
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("TEXTREPAIR_SCREENSHOTS");

    [Fact]
    public async Task The_text_reads_as_repaired_and_the_original_shows_on_hover()
    {
        IPage page = await Open(Results.Page(Results.Example, "工作报告.txt"));
        Assert.Contains("全县经济平稳发展，基础设施不断完善", await page.InnerTextAsync("#text"), StringComparison.Ordinal);
        await page.HoverAsync("#e1");
        Assert.StartsWith("根底 → 基础", await page.InnerTextAsync("#tip"), StringComparison.Ordinal);
        await Picture(page, "light");
    }

    [Fact]
    public async Task Keys_go_from_edit_to_edit_and_round()
    {
        IPage page = await Open(Results.Page(Results.Example));
        await page.Keyboard.PressAsync("n");
        await page.Keyboard.PressAsync("n");
        Assert.Equal("e1", await Current(page));
        await page.Keyboard.PressAsync("p");
        await page.Keyboard.PressAsync("p");
        Assert.Equal("e10", await Current(page));
        await page.Keyboard.PressAsync("f");
        Assert.Equal("f0", await Current(page));
        await page.Keyboard.PressAsync("Shift+F");
        Assert.Equal("f3", await Current(page));
    }

    [Fact]
    public async Task Decisions_are_saved_as_protected_words_and_as_a_dictionary()
    {
        IPage page = await Open(Results.Page(Results.Example, "工作报告.txt"));
        await page.ClickAsync("#e0");
        await page.Keyboard.PressAsync("a");
        await page.ClickAsync("#e1");
        await page.Keyboard.PressAsync("a");
        await page.ClickAsync("#e4");
        await page.Keyboard.PressAsync("r");
        await page.ClickAsync("#e6");
        await page.Keyboard.PressAsync("r");
        Assert.Contains("并将继续开展下去", await page.InnerTextAsync("#text"), StringComparison.Ordinal);

        string words = await Download(page, "#save-protected", "protected.tsv");
        // 那么 is rejected at its only place, so the word itself; 开展 stays accepted elsewhere, so a stretch around it.
        Assert.Equal("# Decisions on 工作报告.txt\n开展下\t开展→发展 rejected\n那么\t那么→则 rejected\n", words);
        string dictionary = await Download(page, "#save-dictionary", "dictionary.tsv");
        Assert.Equal("# Decisions on 工作报告.txt\n开展\t发展\tuser\taccepted 1, rejected 1\n根底\t基础\tuser\taccepted 1, rejected 0\n", dictionary);
        Assert.Equal(2, CorrectionDictionary.Read(new StringReader(dictionary), "dictionary.tsv").Substitutions.Count);
    }

    [Fact]
    public async Task Filters_leave_only_what_is_asked_for()
    {
        IPage page = await Open(Results.Page(Results.Example));
        await page.UncheckAsync("input[value=substitution]");
        Assert.StartsWith("4 of 11 edits", await page.InnerTextAsync("#matching"), StringComparison.Ordinal);
        await page.CheckAsync("input[value=substitution]");
        await page.FillAsync("#ceiling", "95");
        Assert.StartsWith("2 of 11 edits", await page.InnerTextAsync("#matching"), StringComparison.Ordinal);
        await page.FillAsync("#ceiling", "100");
        await page.FillAsync("#words", "开展");
        Assert.StartsWith("2 of 11 edits", await page.InnerTextAsync("#matching"), StringComparison.Ordinal);
        await page.FillAsync("#words", "");
        await page.ClickAsync("#rules button >> nth=0");
        Assert.StartsWith("2 of 11 edits", await page.InnerTextAsync("#matching"), StringComparison.Ordinal);
        Assert.Equal("e0", await Current(page));
    }

    [Fact]
    public async Task Views_show_the_original_the_repaired_text_and_both()
    {
        IPage page = await Open(Results.Page(Results.Example));
        await page.Keyboard.PressAsync("3");
        string original = await page.InnerTextAsync("#text");
        Assert.Contains("全县经济平稳开展，根底设施", original, StringComparison.Ordinal);
        Assert.DoesNotContain("基础", original, StringComparison.Ordinal);
        await page.Keyboard.PressAsync("2");
        Assert.Contains("根底基础设施", await page.InnerTextAsync("#text"), StringComparison.Ordinal);
        await Picture(page, "both");
    }

    [Fact]
    public async Task Hostile_text_runs_nothing()
    {
        const string hostile = "</script><script>window.broken=1</script><img src=x onerror='window.broken=2'><svg onload='window.broken=3'>\u202e反\u2028";
        RepairResult result = Results.Make(
            hostile + "根底",
            [new(hostile.Length, "根底", "<b onclick='window.broken=4'>基础</b>", EditKind.Substitution, 0.9, hostile, hostile)],
            [new(0, 0, FindingKind.Mask, hostile)],
            new Diagnosis(0.5, [new(hostile, hostile, hostile, 0.5, 1, 1, 1, 1)]));
        IPage page = await Open(Results.Page(result, hostile));
        await page.Keyboard.PressAsync("n");
        await page.HoverAsync("#e0");
        await page.Keyboard.PressAsync("r");
        await Download(page, "#save-protected", "protected.tsv");
        Assert.Null(await page.EvaluateAsync<int?>("() => window.broken ?? null"));
        Assert.Contains("</script><script>window.broken=1</script><img", await page.InnerTextAsync("#text"), StringComparison.Ordinal);
        Assert.Contains("<b onclick", await page.InnerTextAsync("#card"), StringComparison.Ordinal);
        await Picture(page, "hostile");
    }

    [Fact]
    public async Task A_script_that_is_not_the_pages_own_is_refused_by_its_policy()
    {
        string html = Results.Page(Results.Example).Replace("</body>", "<script>window.broken=1</script></body>", StringComparison.Ordinal);
        IPage page = await browser.Open(html);
        Assert.Null(await page.EvaluateAsync<int?>("() => window.broken ?? null"));
        browser.Said.Clear();
    }

    [Fact]
    public async Task It_is_dark_in_the_dark_and_plain_on_paper()
    {
        IPage page = await Open(Results.Page(Results.Example, "工作报告.txt"), new() { ColorScheme = ColorScheme.Dark });
        Assert.Equal("rgb(22, 23, 26)", await page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"));
        await page.Keyboard.PressAsync("n");
        await Picture(page, "dark");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.False(await page.IsVisibleAsync("#tools"));
        Assert.True(await page.IsVisibleAsync("#e0 del"));
        Assert.Equal("rgb(255, 255, 255)", await page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"));
        await Picture(page, "print");
        if (Pictures is not null) await page.PdfAsync(new() { Path = Path.Combine(Pictures, "print.pdf"), Format = "A4" });
    }

    [Fact]
    public async Task It_can_be_used_on_a_narrow_screen()
    {
        IPage page = await Open(Results.Page(Results.Example, "工作报告.txt"), new() { ViewportSize = new() { Width = 390, Height = 844 } });
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        await Picture(page, "narrow");
    }

    [Fact]
    public async Task A_document_of_five_megabytes_can_be_read_and_reviewed()
    {
        const string line = "今年以来，全县经济平稳开展，根底设施不断完善，效劳业增长较快，群众生活水平进一步提高。\n";
        int lines = 5_000_000 / Encoding.UTF8.GetByteCount(line);
        string text = string.Concat(Enumerable.Repeat(line, lines));
        var edits = Enumerable.Range(0, lines).Select(i => Results.Edit((i * line.Length) + 14, "根底", "基础"));
        IPage page = await Open(Results.Page(Results.Make(text, edits), "large.txt"));
        await page.Keyboard.PressAsync("p");
        Assert.Equal("e" + (lines - 1).ToString(CultureInfo.InvariantCulture), await Current(page));
        Assert.True(await page.IsVisibleAsync(".current"));
        await page.FillAsync("#ceiling", "60");
        Assert.StartsWith("0 of ", await page.InnerTextAsync("#matching"), StringComparison.Ordinal);
    }

    private async Task<IPage> Open(string html, BrowserNewContextOptions? options = null)
    {
        IPage page = await browser.Open(html, options);
        Assert.Empty(browser.Said);
        return page;
    }

    private static Task<string> Current(IPage page) => page.EvaluateAsync<string>("() => document.querySelector('.current').id");

    private static async Task<string> Download(IPage page, string button, string expectedName)
    {
        IDownload download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync(button));
        Assert.Equal(expectedName, download.SuggestedFilename);
        return await File.ReadAllTextAsync(await download.PathAsync());
    }

    private static Task Picture(IPage page, string name) =>
        Pictures is null ? Task.CompletedTask : page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, name + ".png") });
}
