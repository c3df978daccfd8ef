using TextRepair.Segmentation;

namespace TextRepair.Tests.Segmentation;

public sealed class LexiconWordsTests
{
    [Fact]
    public void Every_word_is_listed_once_with_the_probability_it_is_looked_up_by()
    {
        List<(string Word, double LogProbability)> words = LexiconWords.Of(Lexicon.Default);
        Assert.Equal(words.Count, words.Select(word => word.Word).Distinct().Count());
        Assert.All(words.Where((_, i) => i % 97 == 0), word =>
        {
            Assert.True(Lexicon.Default.TryGet(word.Word, out double looked), word.Word);
            Assert.Equal(looked, word.LogProbability);
        });
        Assert.Subset(words.Select(word => word.Word).ToHashSet(), new HashSet<string> { "我", "发展", "基础设施", "人大", "GDP" }.Where(word => Lexicon.Default.TryGet(word, out _)).ToHashSet());
        Assert.True(words.Count > 100_000, $"{words.Count} words");
    }
}
