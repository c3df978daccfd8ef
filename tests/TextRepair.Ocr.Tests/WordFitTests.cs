namespace TextRepair.Ocr.Tests;

/// <summary>How well a word fits is read from few tokens; reading all of them gives the same.</summary>
public sealed class WordFitTests
{
    private const string Text = "\n会议 强调，2024年要把重要任务抓实\u3000抓细（含 A12 号）。\n\n他们在 3.5 公里外的工地，当真检查了每一处！";

    [Theory]
    [InlineData("重要"), InlineData("认真"), InlineData("的"), InlineData("社会主义"), InlineData("甲")]
    public void Every_place_says_the_same_as_whole_windows_do(string word)
    {
        for (int start = 0; start <= Text.Length; start++)
            for (int length = 0; length <= Math.Min(3, Text.Length - start); length++)
                Assert.Equal(Slow(Text, start, length, word), WordFit.Of(Text, start, length, word), 9);
    }

    [Theory]
    [InlineData("重要", "主要"), InlineData("认真", "当真"), InlineData("则", "那么")]
    public void Two_words_compare_as_whole_windows_do(string word, string other)
    {
        for (int start = 0; start <= Text.Length - 2; start++)
            Assert.Equal(Cost(Window(start, 2, other)) - Cost(Window(start, 2, word)), WordFit.Compare(Text, start, 2, word, other), 9);
    }

    [Fact]
    public void A_word_fits_where_people_write_it() =>
        Assert.True(WordFit.Of("他工作一向当真负责，大家都信任他。", 5, 2, "认真") > 3 + WordFit.Of("他工作一向当真负责，大家都信任他。", 5, 2, "重要"));

    private static string Window(int start, int length, string word) =>
        Text[Math.Max(0, start - WordGap.Context)..start] + word + Text[(start + length)..Math.Min(Text.Length, start + length + WordGap.Context)];

    private static double Slow(string text, int start, int length, string word)
    {
        string left = text[Math.Max(0, start - WordGap.Context)..start], right = text[(start + length)..Math.Min(text.Length, start + length + WordGap.Context)];
        return Cost($"{left}\n{right}") + Cost($"\n{word}\n") - Cost(left + word + right);
    }

    private static double Cost(string text)
    {
        LanguageModel language = OcrModels.Default.Language;
        ReadOnlySpan<ushort> tokens = new TokenText(text, language.Vocabulary).Ids;
        int sum = 0;
        for (int i = 1; i < tokens.Length; i++) sum += language.Cost(language.Before(tokens, i), tokens[i]);
        return (double)sum / LanguageModel.Scale;
    }
}
