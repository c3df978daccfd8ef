using TextRepair.Training.Swaps;

namespace TextRepair.Tests.Training;

/// <summary>The simulator of unknown swaps does what it says, and the same each time.</summary>
public class SwapDamageTests
{
    private const string Words = "服务基础达到不足贡献反映部分计划体现对比";

    private static readonly SwapDamage Damage = new(CorrectionDictionary.Default.Substitutions);

    [Fact]
    public void Eight_words_are_swapped_everywhere()
    {
        string clean = string.Concat(Words, "，", Words, "。");
        var (text, swaps) = Assert.NotNull(Damage.Apply(clean, "a document"));
        Assert.Equal(8, swaps.Count);
        Assert.All(swaps, swap => Assert.DoesNotContain(swap.Value, text, StringComparison.Ordinal));
        Assert.Equal(clean, swaps.Aggregate(text, (now, swap) => now.Replace(swap.Key, swap.Value, StringComparison.Ordinal)));
        Assert.Equal(text, Damage.Apply(clean, "a document")!.Value.Text);
    }

    [Fact]
    public void A_text_with_fewer_words_is_left_out() => Assert.Null(Damage.Apply(Words, "a document"));
}
