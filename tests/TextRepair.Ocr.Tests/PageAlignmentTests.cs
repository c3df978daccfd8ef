using TextRepair.Training.Ocr;

namespace TextRepair.Ocr.Tests;

public sealed class PageAlignmentTests
{
    [Fact]
    public void Each_character_read_finds_the_one_printed()
    {
        var page = new PageAlignment("领导干部\n带头", "领 导千部\n\n和带头");

        Assert.Equal('干', page.Printed(3));
        Assert.Null(page.Printed(1));
        Assert.Null(page.Printed("领 导千部\n\n".Length));
    }

    [Fact]
    public void Lines_broken_inside_a_paragraph_are_joined_and_paragraphs_stay()
    {
        PageAlignment page = new PageAlignment("领导干部要带头。\n第二条 本法所称公司", "领导千\n部要\n\n带头。\n\n第二条 本法所\n称公司\n").InParagraphs();

        Assert.Equal("领导千部要带头。\n第二条 本法所称公司\n", page.Read);
        Assert.Equal('干', page.Printed(2));
        Assert.Equal('司', page.Printed(page.Read.Length - 2));
    }
}
