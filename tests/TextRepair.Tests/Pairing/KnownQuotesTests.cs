using TextRepair.Pairing;

namespace TextRepair.Tests.Pairing;

/// <summary>What is kept of quotes is what the model says of the text as it is now.</summary>
public class KnownQuotesTests
{
    private const string Text =
        "坚持“三业并举、三化联动，聚焦发展优质主导产业。落实“三清单管理工作，推进“双随机活动；又如“三清单”和三清单。\n"
        + "围绕“拼争全国五十强县市、建设现代化综合新城战略目标，按照“两区两基地的战略定位，“两区两基地”要有苗头。";

    // What lies in the reach of one quote or of none, what stands elsewhere too, and what ends the reach.
    private static readonly string[] Insertions = ["”", "“", "三清单", "“三清单", "两区", "\n", "，", "的", "a", "十三五"];

    private static readonly QuoteModel Model = QuoteModel.Load();

    [Fact]
    public void Ends_are_those_of_the_model_whatever_is_changed_between()
    {
        var random = new Random(5);
        var known = new KnownQuotes(Model);
        string text = Text;
        for (int round = 0; round < 300; round++)
        {
            for (int open = text.IndexOf('“', StringComparison.Ordinal); open >= 0; open = text.IndexOf('“', open + 1))
                AssertSame(ByModel(text, open), known.FindEnds(text, open));
            text = text.Insert(random.Next(text.Length + 1), Insertions[random.Next(Insertions.Length)]);
            if (text.Length > 3 * Text.Length) text = text[random.Next(Text.Length)..];
        }
    }

    [Fact]
    public void A_quote_that_was_moved_ends_as_far_from_its_beginning()
    {
        const string Before = "县委县政府要求全县上下始终";
        var known = new KnownQuotes(Model);
        string text = Before + Text, moved = "今年以来，" + text;
        QuoteChoice here = known.FindEnds(text, Before.Length + 2), there = known.FindEnds(moved, Before.Length + 7);
        Assert.Equal(here.Best with { Place = here.Best.Place + 5 }, there.Best);
        AssertSame(ByModel(moved, Before.Length + 7), there);
    }

    private static QuoteChoice ByModel(string text, int open) => Model.FindEnds(text, open, new QuoteRepetitions(text, open));

    private static void AssertSame(QuoteChoice expected, QuoteChoice actual)
    {
        Assert.Equal(expected.Open, actual.Open);
        Assert.Equal(expected.Places.ToArray(), actual.Places.ToArray());
        Assert.Equal(expected.Scores.ToArray(), actual.Scores.ToArray());
        Assert.Equal(expected.Shares.ToArray(), actual.Shares.ToArray());
        Assert.Equal(expected.Best, actual.Best);
    }
}
