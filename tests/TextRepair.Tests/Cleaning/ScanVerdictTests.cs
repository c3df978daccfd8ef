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
}
