using TextRepair.Evidence;

namespace TextRepair.Tests.Evidence;

/// <summary>How probable damage is before a text is read.</summary>
public class PriorTests
{
    [Fact]
    public void A_text_of_half_the_length_is_suspected_half_as_often() =>
        Assert.Equal(Math.Log(2), DamageModel.PriorLogOdds(TextSource.Unknown, 600) - DamageModel.PriorLogOdds(TextSource.Unknown, 300), 6);

    [Fact]
    public void Long_texts_are_suspected_alike() =>
        Assert.Equal(DamageModel.PriorLogOdds(TextSource.Unknown, 5_000), DamageModel.PriorLogOdds(TextSource.Unknown, 5_000_000), 6);

    [Fact]
    public void Suspected_text_is_suspected_whatever_its_length() =>
        Assert.Equal(DamageModel.PriorLogOdds(TextSource.Suspected, 10), DamageModel.PriorLogOdds(TextSource.Suspected, 10_000), 6);
}
