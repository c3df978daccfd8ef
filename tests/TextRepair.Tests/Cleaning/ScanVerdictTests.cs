using TextRepair.Cleaning;

namespace TextRepair.Tests.Cleaning;

public class ScanVerdictTests
{
    private static readonly EditList Dash = EditList.Create([new TextEdit(0, "一", "—", EditKind.Width, 1, "scan-dash", "")]);

    [Theory]
    [InlineData(-2, 0, false)]
    [InlineData(-2, 1, true)]
    [InlineData(-7, 1, false)]
    [InlineData(-7, 3, true)]
    public void A_text_needs_the_more_misreadings_the_less_its_layout_says(double layout, double misreadings, bool isScan) =>
        Assert.Equal(isScan, ScanVerdict.IsScan(layout, () => misreadings, 500, EditList.Empty));

    [Theory]
    [InlineData(-12, false)]
    [InlineData(0, true)]
    public void Misreadings_are_not_counted_where_no_number_of_them_matters(double layout, bool isScan) =>
        Assert.Equal(isScan, ScanVerdict.IsScan(layout, () => throw new InvalidOperationException("counted"), 500, isScan ? Dash : EditList.Empty));

    [Fact]
    public void Marks_that_a_clean_up_mends_say_the_more_the_shorter_the_text_is()
    {
        EditList marks = EditList.Create([.. Enumerable.Range(0, 3).Select(i => new TextEdit(i, ",", "，", EditKind.Width, 1, "scan-punctuation", ""))]);
        Assert.True(ScanVerdict.IsScan(-1.5, null, 500, marks));
        Assert.False(ScanVerdict.IsScan(-1.5, null, 50_000, marks));
    }
}
