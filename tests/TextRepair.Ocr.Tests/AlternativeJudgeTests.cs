using TextRepair.Training.Ocr;

namespace TextRepair.Ocr.Tests;

public sealed class AlternativeJudgeTests
{
    [Fact]
    public void A_judge_that_was_written_is_read_again()
    {
        using var written = new StringWriter();
        OcrModels.Default.Judge.Write(written);
        using var input = new StringReader(written.ToString());
        using var again = new StringWriter();

        AlternativeJudge.Read(input, "judge.tsv").Write(again);

        Assert.Equal(written.ToString(), again.ToString());
        Assert.Equal(AlternativeFeatures.Names.Count, written.ToString().Count(c => c == '\n'));
    }

    [Theory]
    [InlineData("", "line 1: expected \"always\"")]
    [InlineData("always\t1\nprofit\t2\n", "line 2: expected \"gain\", a tab and a number, found \"profit\t2\"")]
    [InlineData("always\tmuch\n", "line 1")]
    public void A_broken_file_is_refused_with_its_line(string file, string message)
    {
        using var input = new StringReader(file);

        Assert.Contains(message, Assert.Throws<InvalidDataException>(() => AlternativeJudge.Read(input, "judge.tsv")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_right_on_the_pages_is_more_probable_than_what_was_wrong()
    {
        var trainer = new JudgeTrainer(OcrModels.Default.Language, OcrModels.Default.Confusions);
        trainer.Add(Page("各级领导干部要深入基层调查研究，切实解决群众反映强烈的问题。", "各级领导千部要深入基层调查研究，切实解决群众反映强列的问题。"));
        trainer.Add(Page("库房里还有青砖、条石与旧竹筏。", "库房里还有青砖、条石与旧竹筏。"));
        double[] right = Features("要把领导千部的作风抓好。", '干'), wrong = Features("库房里还有青砖、条石与旧竹筏。", null);

        AlternativeJudge judge = trainer.Train();

        Assert.True(trainer.Count > 1);
        Assert.True(judge.LogOdds(right) > 0);
        Assert.True(judge.LogOdds(right) > judge.LogOdds(wrong));
    }

    private static OcrPage Page(string truth, string read) => new("page", "none", truth, read, [], "written for this test");

    // The features of the wanted alternative, or of the first.
    private static double[] Features(string text, char? wanted)
    {
        OcrModels models = OcrModels.Default;
        var tokens = new TokenText(text, models.Language.Vocabulary);
        List<Alternative> found = models.Decoder.Find(text, tokens);
        double[] features = new double[AlternativeFeatures.Names.Count];
        if (found.Count == 0) return features;
        Alternative alternative = wanted is { } c ? found.First(a => a.Id == models.Language.Vocabulary[c]) : found[0];
        new AlternativeFeatures(models, text, tokens, new DocumentCounts(text, tokens, models.Language.Vocabulary, found)).Describe(alternative, features);
        return features;
    }
}
