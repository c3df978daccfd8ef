using TextRepair.Pairing;
using TextRepair.Training;
using TextRepair.Training.Quotes;

namespace TextRepair.Tests.Pairing;

/// <summary>Quotes of one document are alike, and what is closed tells where an open one ends.</summary>
public class QuoteHabitTests
{
    private const int Features = QuoteCommons.FeatureCount;

    private static readonly QuoteModel Model = QuoteModel.Load();

    [Theory]
    [InlineData("落实“三清单管理工作，推进各项任务。", "又如“三清单”。")]
    [InlineData("首先看“格物一词的来历，然后再说。", "其次看“致知”一词的来历，“修身”一词不论。")]
    public void What_the_document_closes_makes_an_open_quote_surer(string open, string closed)
    {
        string end = open.Contains("三清单", StringComparison.Ordinal) ? "三清单" : "格物";
        QuoteEnd alone = Ends(open).Single(), beside = Ends(open + closed).Single();
        int place = open.IndexOf('“', StringComparison.Ordinal) + 1 + end.Length;
        Assert.Equal(place, beside.Place);
        Assert.True(alone.Place != place || beside.Probability > alone.Probability);
    }

    [Fact]
    public void A_document_of_one_quote_is_judged_as_the_quote_alone_is()
    {
        const string Text = "推进“双随机活动。";
        var scan = Scan(Text);
        double[] features = new double[QuoteChoice.Most * Features];
        new QuoteCommons(Text, scan.Closed, scan.Choices).Extract(0, features);
        for (int k = 0; k < scan.Choices[0].Places.Length; k++)
        {
            Assert.Equal(scan.Choices[0].Scores[k], features[k * Features]);
            Assert.All(features.AsSpan((k * Features) + 2, Features - 2).ToArray(), value => Assert.Equal(0, value));
        }
        Assert.Equal(scan.Choices[0].Best, QuoteHabits.None.FindEnds(Text, scan).Single());
    }

    [Fact]
    public void An_open_quote_is_no_evidence_for_itself_but_for_another_of_the_same_content()
    {
        const string One = "推进“双随机活动。", Two = One + "\n推进“双随机活动。";
        Assert.True(LargestOfOpen(Two) > 0.3);
        Assert.Equal(0, LargestOfOpen(One));

        static double LargestOfOpen(string text)
        {
            QuoteScan scan = Scan(text);
            double[] features = new double[QuoteChoice.Most * Features];
            new QuoteCommons(text, scan.Closed, scan.Choices).Extract(0, features);
            return Enumerable.Range(0, QuoteChoice.Most).Max(k => features[(k * Features) + Features - 8]);
        }
    }

    [Fact]
    public void Probabilities_of_the_places_sum_to_one()
    {
        foreach (QuoteChoice choice in Scan("推进“双随机活动，落实“一网通办的要求。").Choices)
        {
            Assert.InRange(choice.Places.Length, 2, QuoteChoice.Most);
            Assert.Equal(-1, choice.Places[0]);
            Assert.Equal(1, choice.Shares.ToArray().Sum(), 1e-9);
        }
    }

    [Fact]
    public void The_same_documents_give_the_same_weights_and_agreement_counts_for_a_place()
    {
        var documents = Enumerable.Range(0, 60).Select(i => new CorpusDocument("written", 0, $"d{i}", $"先讲“第{(char)('一' + i)}”号，再讲“新{(char)('丁' + i)}”号，后讲“旧{(char)('七' + i)}”号。", 1)).ToList();
        byte[] file = QuoteHabitTrainer.Train(documents, Model);
        Assert.Equal(file, QuoteHabitTrainer.Train(documents, Model));
        QuoteEnd before = QuoteHabits.None.FindEnds(Text, Scan(Text)).Single(), after = QuoteHabits.Parse(file, "test").FindEnds(Text, Scan(Text)).Single();
        Assert.Equal(Text.IndexOf("号，再", StringComparison.Ordinal), after.Place);
        Assert.True(before.Place != after.Place || after.Probability > before.Probability);
    }

    private const string Text = "先讲“第么号，再讲“新义”号，后讲“旧之”号。";

    private static QuoteScan Scan(string text)
    {
        var scan = new QuoteScan(text, new KnownQuotes(Model));
        scan.Run();
        return scan;
    }

    private static List<QuoteEnd> Ends(string text) => Model.Habits.FindEnds(text, Scan(text));
}
