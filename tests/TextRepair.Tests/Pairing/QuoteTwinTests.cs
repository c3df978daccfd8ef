using TextRepair.Pairing;

namespace TextRepair.Tests.Pairing;

/// <summary>Open quotes that begin alike make each other surer where they end alike, and only there.</summary>
public class QuoteTwinTests
{
    private const string Text = "建设“三园区格局，完善“三园区布局，开展“三清活动，再推“三清月活动";

    private static readonly List<int> Opens = [.. Enumerable.Range(0, Text.Length).Where(i => Text[i] == '“')];

    [Fact]
    public void Two_that_agree_are_surer_and_two_that_differ_are_not()
    {
        List<QuoteEnd> ends = [After(0, 3, 0.7), After(1, 3, 0.6), After(2, 2, 0.7), After(3, 3, 0.7)];
        QuoteTwins.Strengthen(Text, Opens, ends);
        Assert.Equal([0.81, 0.73, 0.7, 0.7], ends.Select(end => Math.Round(end.Probability, 2)));
    }

    [Fact]
    public void One_whose_end_is_not_known_is_no_twin()
    {
        List<QuoteEnd> ends = [After(0, 3, 0.7), new(-1, 0.6), After(2, 2, 0.7), new(-1, 0.7)];
        List<QuoteEnd> before = [.. ends];
        QuoteTwins.Strengthen(Text, Opens, ends);
        Assert.Equal(before, ends);
    }

    private static QuoteEnd After(int quote, int length, double probability) => new(Opens[quote] + 1 + length, probability);
}
