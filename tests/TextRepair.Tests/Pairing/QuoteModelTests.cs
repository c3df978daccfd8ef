using TextRepair.Pairing;
using TextRepair.Training.Quotes;

namespace TextRepair.Tests.Pairing;

/// <summary>The model of quotes: the places it considers, and its training.</summary>
public class QuoteModelTests
{
    [Fact]
    public void Every_place_up_to_the_next_quote_is_considered_but_none_inside_a_word_of_letters()
    {
        const string Text = "用“云AI中台𠮷系统，效果好“又";
        var span = new QuoteSpan(Text, 1);
        var places = new List<int>();
        while (span.MoveNext()) places.Add(span.End);
        Assert.Equal([3, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15], places);
    }

    [Fact]
    public void All_features_of_a_place_are_written_and_differ()
    {
        const string Text = "会议要求围绕“两区两基地的战略定位，加快推进各项工作。";
        var span = new QuoteSpan(Text, 6);
        uint[] features = new uint[QuoteSpan.FeatureCount], nowhere = new uint[QuoteSpan.NowhereFeatureCount];
        span.ExtractNowhere(nowhere);
        for (int i = 0; i < 5; i++) span.MoveNext();
        span.Extract(features);
        Assert.Equal(features.Length + nowhere.Length, features.Concat(nowhere).Distinct().Count());
        Assert.DoesNotContain(0u, features);
    }

    [Fact]
    public void The_same_cases_give_the_same_model()
    {
        byte[] first = QuoteTrainer.TrainOn(Cases()), second = QuoteTrainer.TrainOn(Cases());
        Assert.Equal(first, second);
        Assert.Contains(first.Skip(24), value => value != 0);
    }

    [Fact]
    public void Damage_keeps_the_edits_that_undo_it()
    {
        const string Text = "推进“双随机”检查（含抽查），按《办法》落实“一网通办”。";
        foreach (DamagedText damaged in (DamagedText[])[QuoteDamage.LoseAll(Text, new Random(1)), QuoteDamage.LoseHalf(Text, new Random(1)), QuoteDamage.LoseOne(Text, new Random(1)), QuoteDamage.ChangeForms(Text, new Random(1)), QuoteDamage.ChangeBrackets(Text, new Random(3)), QuoteDamage.LoseTitleMarks(Text, new Random(1))])
        {
            Assert.NotEqual(Text, damaged.Text);
            Assert.Equal(Text, EditList.Create([.. damaged.Repairs]).ApplyTo(damaged.Text));
        }
    }

    private static List<QuoteCase> Cases()
    {
        string[] names = ["双随机", "一网通办", "三清单", "五联动"];
        string[] ends = ["工作，", "的要求。", "机制；", "活动。"];
        var cases = new List<QuoteCase>();
        foreach (string name in names)
            foreach (string end in ends)
                cases.Add(new QuoteCase("written", $"推进“{name}{end}", 2, 3 + name.Length));
        return cases;
    }
}
