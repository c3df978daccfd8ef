namespace TextRepair.Tests.Evidence;

/// <summary>When a swap of the user's own dictionary, which no model was trained for, needs no other evidence.</summary>
public class UserWordTests
{
    private const string Sentence = "企业把数据放到云计箅平台上,机房的投入少了一半,业务系统两周就能开通。";

    [Fact]
    public void A_word_with_a_pair_of_characters_that_Chinese_does_not_have_speaks_for_itself() =>
        Assert.Equal(Sentence.Replace("云计箅", "云计算"), Repair("云计箅", "云计算", Sentence));

    [Fact]
    public void A_word_that_may_be_right_does_not() =>
        Assert.Equal(Sentence, Repair("投入", "投资", Sentence));

    private static string Repair(string damaged, string original, string text)
    {
        var options = new TextRepairOptions();
        options.Dictionaries.Add(CorrectionDictionary.Create([new Substitution(damaged, original)]));
        return new TextRepairer(options).Repair(text).Text;
    }
}
