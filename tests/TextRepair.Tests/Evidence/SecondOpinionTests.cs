using TextRepair.Deciding;

namespace TextRepair.Tests.Evidence;

/// <summary>Where contexts leave open which word was meant, and only there, somebody else is asked.</summary>
public class SecondOpinionTests
{
    private const string Damaged = "本着履责为民的原那么,在去年的根底上加强根底设施建设,开展效劳业。这些工程由两家单位负责,有关工程的资料另行通知。";

    [Fact]
    public void What_is_asked_about_follows_the_answer()
    {
        var asked = new List<int>();
        EditList without = new TextRepairer().Repair(Damaged).Edits;
        EditList against = Repair((_, start, _, _, _) => Answer(start, -20)).Edits, inFavour = Repair((_, start, _, _, _) => Answer(start, 20)).Edits;
        Assert.NotEmpty(asked);
        Assert.Equal(without.Select(edit => edit.ToString()), against.Select(edit => edit.ToString()));
        Assert.Contains(inFavour, edit => asked.Contains(edit.Start) && edit.Reason.Contains(", language +20.0;", StringComparison.Ordinal));

        double Answer(int start, double nats)
        {
            asked.Add(start);
            return nats;
        }
    }

    [Fact]
    public void Of_clean_text_nothing_is_asked()
    {
        const string Clean = "本着履责为民的原则,在去年的基础上加强基础设施建设,发展服务业。这些工程由两家单位负责,有关工程的资料另行通知。";
        Assert.Same(Clean, Repair((_, _, _, _, _) => throw new InvalidOperationException("asked")).Text);

        static RepairResult Repair(Func<string, int, int, string, string, double> comparer) => new TextRepairer(new TextRepairOptions { WordComparer = comparer }).Repair(Clean);
    }

    [Theory]
    [InlineData(0.05, false), InlineData(0.1, true), InlineData(0.79, true), InlineData(0.8, false)]
    public void Only_what_is_open_is_asked_about(double confidence, bool asked) => Assert.Equal(asked, SecondOpinion.IsAskedAt(confidence, 0.8));

    private static RepairResult Repair(Func<string, int, int, string, string, double> comparer) =>
        new TextRepairer(new TextRepairOptions { WordComparer = comparer }).Repair(Damaged);
}
