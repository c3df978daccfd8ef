using TextRepair.Models;
using TextRepair.Pairing;
using TextRepair.Training;
using TextRepair.Training.Quotes;

namespace TextRepair.Tests.Pairing;

/// <summary>The model of quotes: the places it considers, and its training.</summary>
public class QuoteModelTests
{
    private static readonly byte[] Ngrams = new byte[QuoteNgrams.TableLength];

    [Fact]
    public void Every_place_up_to_the_next_quote_is_considered_but_none_inside_a_word_of_letters_or_of_two_characters()
    {
        const string Text = "用“云AI中台𠮷系统，效果好“又";
        var span = new QuoteSpan(Text, 1);
        var places = new List<int>();
        while (span.MoveNext()) places.Add(span.End);
        Assert.Equal([3, 5, 7, 9, 11, 12, 14, 15], places);
    }

    [Fact]
    public void All_features_of_a_place_are_written_and_differ()
    {
        const string Text = "会议要求围绕“两区两基地的战略定位，加快推进各项工作。";
        var span = new QuoteSpan(Text, 6);
        uint[] features = new uint[QuoteSpan.FeatureCount], nowhere = new uint[QuoteSpan.NowhereFeatureCount];
        span.ExtractNowhere(nowhere, forNetwork: false);
        for (int i = 0; i < 5; i++) span.MoveNext();
        span.Extract(features);
        Assert.Equal(features.Length + nowhere.Length, features.Concat(nowhere).Distinct().Count());
        Assert.DoesNotContain(0u, features);
    }

    [Fact]
    public void The_same_cases_give_the_same_model()
    {
        QuoteModelFiles first = QuoteTrainer.TrainOn(Cases(), Ngrams), second = QuoteTrainer.TrainOn(Cases(), Ngrams);
        Assert.Equal(first.Linear, second.Linear);
        Assert.Equal(first.Network, second.Network);
        Assert.Contains(first.Linear.Skip(24), value => value != 0);
    }

    [Fact]
    public void What_was_learned_from_some_quotes_closes_others_of_their_kind()
    {
        QuoteModelFiles files = QuoteTrainer.TrainOn([.. Enumerable.Range(0, 40).SelectMany(_ => Cases())], Ngrams);
        var model = new QuoteModel(QuoteNetwork.Parse(files.Network, "test"), HashedWeights.Parse(files.Linear, "test", ModelKind.Quotes), QuoteHabits.None);
        QuoteEnd end = new KnownQuotes(model).FindEnds("推进“双随机活动。", 2).Best;
        Assert.Equal(6, end.Place);
        Assert.InRange(end.Probability, 0.5, 1);
    }

    [Fact]
    public void All_slots_of_a_place_are_written()
    {
        var span = new QuoteSpan("会议要求围绕“两区两基地的战略定位，加快推进各项工作。", 6);
        uint[] quote = new uint[QuoteSpan.QuoteSlotCount], place = new uint[QuoteSpan.PlaceSlotCount];
        const uint Unwritten = 0xDEADBEEF;
        Array.Fill(quote, Unwritten);
        Array.Fill(place, Unwritten);
        span.ExtractQuoteSlots(quote);
        for (int i = 0; i < 5; i++) span.MoveNext();
        span.ExtractPlaceSlots(place);
        Assert.DoesNotContain(Unwritten, quote.Concat(place));
    }

    [Theory]
    [InlineData("大红的“福字挂在门上")]
    [InlineData("任何变局都是“危和机并存")]
    public void A_single_character_may_be_quoted_whatever_word_it_is_taken_for(string text)
    {
        int open = text.IndexOf('“', StringComparison.Ordinal);
        var span = new QuoteSpan(text, open);
        Assert.True(span.MoveNext());
        Assert.Equal(open + 2, span.End);
    }

    [Fact]
    public void Going_back_finds_the_same_features_again()
    {
        var span = new QuoteSpan("坚持“三业并举、三化联动，聚焦发展优质主导产业。", 2);
        List<uint> first = All(ref span);
        span.Rewind();
        Assert.Equal(first, All(ref span));

        static List<uint> All(ref QuoteSpan span)
        {
            var all = new List<uint>();
            uint[] features = new uint[QuoteSpan.FeatureCount];
            while (span.MoveNext())
            {
                span.Extract(features);
                all.AddRange(features);
            }
            return all;
        }
    }

    [Fact]
    public void The_network_adds_up_what_plain_loops_add_up()
    {
        var random = new Random(7);
        // The largest number is 127 steps, so that nothing is lost by rounding.
        float[] Numbers(int count) => [127 / 64f, .. Enumerable.Range(1, count - 1).Select(_ => random.Next(-127, 128) / 64f)];
        float[] embeddings = Numbers(QuoteNetwork.Rows * QuoteNetwork.Depth), weights = Numbers(QuoteNetwork.Inputs * QuoteNetwork.Hidden);
        float[] bias = Numbers(QuoteNetwork.Hidden), output = Numbers(QuoteNetwork.Hidden);
        QuoteNetwork network = QuoteNetwork.Parse(QuoteNetwork.Format(embeddings, weights, bias, output, [], Ngrams), "test");
        uint[] quote = Hashes(QuoteSpan.QuoteSlotCount), places = Hashes(QuoteSpan.PlaceSlotCount * 3);
        double[] scores = new double[3];
        network.Score(quote, places, scores);
        for (int place = 0; place < scores.Length; place++)
        {
            uint[] slots = [.. quote, .. places.Skip(place * QuoteSpan.PlaceSlotCount).Take(QuoteSpan.PlaceSlotCount)];
            double expected = 0;
            for (int unit = 0; unit < QuoteNetwork.Hidden; unit++)
            {
                double sum = bias[unit];
                for (int i = 0; i < QuoteNetwork.Inputs; i++)
                    sum += (double)embeddings[(QuoteNetwork.RowOf(slots[i / QuoteNetwork.Depth]) * QuoteNetwork.Depth) + (i % QuoteNetwork.Depth)] * weights[(i * QuoteNetwork.Hidden) + unit];
                // Numbers are 64ths, so units are 4096ths, of which 32 are a step.
                expected += Math.Clamp(Math.Floor(sum * 128) / 128, 0, 65535 / 128.0) * output[unit];
            }
            Assert.Equal(expected, scores[place], 1e-3 * Math.Max(1, Math.Abs(expected)));
        }

        uint[] Hashes(int count) => [.. Enumerable.Range(0, count).Select(_ => (uint)random.NextInt64(uint.MaxValue))];
    }

    [Fact]
    public void Terms_are_found_with_their_levels_and_no_others()
    {
        byte[] table = new byte[QuoteTerms.TableLength];
        uint[] hashes = [.. Enumerable.Range(0, 400).Select(i => QuoteSpan.HashOf($"{(char)('一' + i)}号工程"))];
        QuoteTerms.Format(hashes.Select((hash, i) => KeyValuePair.Create(hash, (uint)(1 + (i % 4)))), table);
        var terms = new QuoteTerms(table);
        for (int i = 0; i < hashes.Length; i++) Assert.Equal((uint)(1 + (i % 4)), terms.Find(hashes[i]));
        Assert.Equal(0u, terms.Find(QuoteSpan.HashOf("三清单")));
    }

    [Fact]
    public void Characters_are_counted_in_lines_without_quotes()
    {
        var counts = new QuoteNgramCounts();
        for (int i = 0; i < 10; i++) counts.Add("发展经济\n他说“发财了”。");
        var ngrams = new QuoteNgrams(counts.Format());
        Assert.Equal((int)QuoteNgrams.Level(10), ngrams.Find(QuoteNgrams.Hash('发')));
        Assert.Equal((int)QuoteNgrams.Level(10), ngrams.Find(QuoteNgrams.Hash('发', '展')));
        Assert.Equal((int)QuoteNgrams.Level(10), ngrams.Find(QuoteNgrams.Hash('展', '经', '济')));
        Assert.Equal(0, ngrams.Find(QuoteNgrams.Hash('发', '财')));
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
                cases.Add(new QuoteCase("written", $"推进“{name}{end}", 2, 3 + name.Length, new HashSet<uint> { QuoteSpan.HashOf(name) }));
        return cases;
    }
}
