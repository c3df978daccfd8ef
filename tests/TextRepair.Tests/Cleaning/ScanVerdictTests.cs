using TextRepair.Cleaning;

namespace TextRepair.Tests.Cleaning;

public class ScanVerdictTests
{
    private static readonly EditList Dash = EditList.Create([new TextEdit(0, "一", "—", EditKind.Width, 1, "scan-dash", "")]);

    [Theory]
    [InlineData(-1, 500, 0, false)]
    [InlineData(-1, 500, 1, true)]
    [InlineData(-1, 5_000, 1, false)]
    [InlineData(-1, 5_000, 3, true)]
    public void A_text_needs_the_more_misreadings_the_longer_it_is(double layout, int length, double misreadings, bool isScan) =>
        Assert.Equal(isScan, ScanVerdict.IsScan(layout, () => misreadings, length, EditList.Empty));

    [Theory]
    [InlineData(-5, 100_000, false)]
    [InlineData(2, 1_000_000, false)]
    [InlineData(2, 600, true)]
    public void Misreadings_are_not_counted_where_no_number_of_them_matters(double layout, int length, bool isScan) =>
        Assert.Equal(isScan, ScanVerdict.IsScan(layout, () => throw new InvalidOperationException("counted"), length, isScan ? Dash : EditList.Empty));

    [Theory]
    [InlineData(2, 500)]
    [InlineData(2, 1_000_000)]
    [InlineData(-4, 10_000)]
    [InlineData(-4, 200_000)]
    [InlineData(-9, 20_000)]
    [InlineData(-9, 40_000)]
    public void What_may_be_a_scan_is_one_if_everything_speaks_for_it(double layout, int length)
    {
        EditList all = EditList.Create([.. ((string[])["scan-dash", "scan-punctuation", "specks"]).Select((rule, i) => new TextEdit(i, "一", "—", EditKind.Width, 1, rule, ""))]);
        Assert.Equal(ScanVerdict.IsScan(layout, () => 4, length, all), ScanVerdict.MayBe(layout, length));
    }
}
