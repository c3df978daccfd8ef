using TextRepair.Training.Ocr;

namespace TextRepair.Ocr.Tests;

public sealed class LanguageModelTests
{
    private static readonly string[] Sentences =
    [
        "春天来了，花开了，鸟叫了。", "春天的花开在山上。", "山上的鸟叫了一天。", "我们上山看花，花很好看。", "来的人很多，看花的人也很多。",
        "鸟在山上叫，人在山下看。", "天上有鸟，山上有花，人人都来看。", "春天人多，花也多。",
    ];

    private static readonly LanguageModel Everything = Train(1_000_000);
    private static readonly LanguageModel Pruned = Train(60);

    [Fact]
    public void Probabilities_after_any_context_sum_to_one()
    {
        foreach (LanguageModel model in (LanguageModel[])[Everything, Pruned])
        {
            ushort mountain = model.Vocabulary['山'], on = model.Vocabulary['上'], flower = model.Vocabulary['花'];
            foreach ((ushort a, ushort b, ushort c) in ((ushort, ushort, ushort)[])[(0, 0, 0), (0, 0, flower), (mountain, on, flower), (on, mountain, on), (flower, flower, flower)])
            {
                double sum = 0;
                for (int d = 0; d < model.Vocabulary.Count; d++) sum += Math.Exp(-model.Cost(model.Context(a, b, c), (ushort)d) / (double)LanguageModel.Scale);
                // Costs are rounded to steps of a sixteenth, in the upper levels of a quarter.
                Assert.InRange(sum, 0.85, 1.15);
            }
        }
    }

    [Fact]
    public void Text_that_was_read_costs_less_than_the_same_characters_in_disorder()
    {
        Assert.True(CostOf("春天的花开在山上。") * 2 < CostOf("在的上春花。开天山"));
    }

    [Fact]
    public void Pruning_keeps_about_as_many_as_asked()
    {
        int kept = Pruned.Counts.Sum();

        Assert.InRange(kept, 20, 60);
    }

    [Fact]
    public void What_is_written_is_read_back()
    {
        LanguageModel read = LanguageModelFile.Read(Written(Everything), "test");

        ushort[] ids = [.. new TokenText(string.Join('\n', Sentences), Everything.Vocabulary).Ids];
        for (int i = 1; i < ids.Length; i++) Assert.Equal(Everything.Cost(Everything.Before(ids, i), ids[i]), read.Cost(read.Before(ids, i), ids[i]));
        Assert.Equal(Written(Everything), Written(read));
    }

    [Fact]
    public void Reading_on_costs_what_looking_every_token_up_does()
    {
        foreach (LanguageModel model in (LanguageModel[])[Everything, Pruned])
        {
            ushort[] ids = [.. new TokenText(string.Join('\n', Sentences) + string.Concat(string.Concat(Sentences).Reverse()), model.Vocabulary).Ids];
            LanguageContext context = model.Context(Vocabulary.Boundary);
            for (int i = 1; i < ids.Length; i++)
            {
                Assert.Equal(model.Cost(model.Before(ids, i), ids[i]), model.Read(ref context, ids[i]));
                Assert.Equal(model.Before(ids, i + 1), context);
            }
        }
    }

    [Fact]
    public void The_same_text_gives_the_same_bytes() => Assert.Equal(Written(Train(60)), Written(Train(60)));

    [Fact]
    public void A_damaged_or_foreign_model_is_refused_by_name()
    {
        byte[] file = Written(Pruned);
        byte[] damaged = [.. file];
        damaged[^1] ^= 1;
        byte[] old = [.. file];
        old[4] = 77;

        Assert.Contains("checksum", Refusal(damaged), StringComparison.Ordinal);
        Assert.Contains("version", Refusal(old), StringComparison.Ordinal);
        Assert.Contains("my.bin", Refusal([1, 2, 3]), StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_are_those_of_a_dictionary()
    {
        ulong[] keys = [.. Enumerable.Range(0, 3000).Select(i => ((ulong)(uint)(i * 7919 % 13) << 39) + ((ulong)(uint)(i % 3) << 26) + ((ulong)(uint)(i * i % 5) << 13) + (ulong)(uint)(i % 2))];
        var expected = keys.GroupBy(k => k).ToDictionary(g => g.Key, g => g.Count());
        var neighbours = expected.Keys.GroupBy(k => k & ((1UL << 39) - 1)).ToDictionary(g => g.Key, g => g.Count());

        NgramCounts four = NgramCounts.Longest(4, [.. keys]);
        NgramCounts three = four.Shorter([]);

        Assert.Equal(expected.OrderBy(p => p.Key).Select(p => (p.Key, p.Value)), four.Keys.Zip(four.Counts));
        Assert.Equal(neighbours.OrderBy(p => p.Key).Select(p => (p.Key, p.Value)), three.Keys.Zip(three.KneserNey));
        Assert.Equal(keys.Length, three.Counts.Sum());
    }

    [Fact]
    public void The_model_of_the_package_knows_Chinese()
    {
        // Read as any file is, so that its checksum is added up too.
        LanguageModel model = LanguageModelFile.Read(OcrModels.Default.Language.File, "language.bin");

        Assert.InRange(model.Vocabulary.Count, 4000, 8192);
        Assert.True(Cost(model, "中华人民共和国") < Cost(model, "中华人民共和围"));
        Assert.True(Cost(model, "顶住压力") < Cost(model, "项住压力"));
    }

    [Fact]
    public void A_look_alike_costs_what_the_text_with_it_costs()
    {
        foreach (LanguageModel model in (LanguageModel[])[Everything, Pruned])
        {
            ushort[] ids = [.. new TokenText(string.Join('\n', Sentences), model.Vocabulary).Ids];
            for (int at = 1; at < ids.Length - 1; at++)
            {
                int end = Math.Min(ids.Length, at + LanguageModel.Order);
                var place = new PricedPlace(model, ids, at, end);
                for (ushort id = Vocabulary.Unknown; id < model.Vocabulary.Count; id++)
                {
                    ushort[] changed = [.. ids[..at], id, .. ids[(at + 1)..]];
                    int cost = Enumerable.Range(at, end - at).Sum(i => model.Cost(model.Before(changed, i), changed[i]));
                    Assert.Equal(cost, place.Cost(id, limit: cost));
                    Assert.Equal(-1, place.Cost(id, limit: cost - 1));
                }
            }
        }
    }

    [Fact]
    public void Many_children_are_found_as_few_are()
    {
        // The pair ab and the triple aba, which every token follows: more than the seven bits that count children can say; then the pair ba
        // and eighteen triples, which one token follows each.
        ushort[] all = [.. Enumerable.Range(0, 200).Select(i => (ushort)i)], some = all[4..22];
        const ushort a = 4, b = 5;
        int[] firstPair = [.. all.Append((ushort)all.Length).Select(i => i <= a ? 0 : i == b ? 1 : 2)];
        byte[] none = new byte[all.Length], few = new byte[1 + some.Length];
        LanguageModel model = LanguageModelFile.Create(
            new Vocabulary([.. Enumerable.Range('一', all.Length - Vocabulary.First).Select(c => (char)c)]),
            [
                new LanguageModelLevel(all, none, none, firstPair),
                new LanguageModelLevel([b, a], [0, 0], [0, 0], [0, 1, few.Length]),
                new LanguageModelLevel([a, .. some], few, few, [0, .. Enumerable.Range(all.Length, few.Length)]),
                new LanguageModelLevel([.. all, .. some], [.. all.Select(i => (byte)i), .. some.Select(i => (byte)i)], [], []),
            ]);

        foreach (ushort d in all[4..].Where(d => model.Knows(a, d))) Assert.Equal(d, model.Cost(model.Context(a, b, a), d));
        Assert.Equal(0..all.Length, model.Triples.Children(0));
        for (int i = 1; i < few.Length; i++) Assert.Equal((all.Length + i - 1)..(all.Length + i), model.Triples.Children(i));
    }

    private static int CostOf(string text) => Cost(Everything, text);

    private static int Cost(LanguageModel model, string text)
    {
        ushort[] ids = [.. new TokenText(text, model.Vocabulary).Ids];
        return Enumerable.Range(1, ids.Length - 1).Sum(i => model.Cost(model.Before(ids, i), ids[i]));
    }

    private static LanguageModel Train(int entries)
    {
        var trainer = new LanguageModelTrainer();
        for (int i = 0; i < 4; i++) foreach (string sentence in Sentences) trainer.Add(sentence);
        return trainer.Train(entries);
    }

    private static byte[] Written(LanguageModel model) => model.File.ToArray();

    private static string Refusal(byte[] file) =>
        Assert.Throws<InvalidDataException>(() => LanguageModelFile.Read(file, "my.bin")).Message;
}
