using TextRepair.Findings.Swaps;
using TextRepair.Models;
using TextRepair.Ocr;
using TextRepair.Training.Swaps;

namespace TextRepair.Tests.Findings;

/// <summary>Swaps that no dictionary knows are named where several words of a text show them, and never in right text.</summary>
public class UnknownSwapTests
{
    // Written for this test; every sentence has its own surroundings.
    private static readonly string[] Sentences =
    [
        "全县上下统一思想，充分认识这项工作的重要性，把它摆在更加重要的位置。", "各乡镇要认真学习文件精神，认真贯彻落实各项要求，认真查找存在的问题。",
        "去年我们取得了明显成效，群众生活明显改善，环境面貌明显好转。", "各部门要严格执行规定，严格考核，严格管理，不断提高服务质量。",
        "通过多种方式宣传政策，采取灵活方式组织培训，帮助农民掌握技术。", "广大干部积极参与，企业积极响应，社会各界积极支持乡村建设。",
        "目前道路建设进展顺利，目前已完成投资三亿元，目前正在铺设路面。", "要加强组织领导，健全工作机制，形成重要合力，推动各项任务落实。",
        "学校认真开展安全教育，明显增强了学生的安全意识，得到家长好评。", "今后要严格控制成本，积极探索新的管理方式，努力提高经济效益。",
        "水利部门对重要河段进行了检查，目前没有发现重大隐患。", "粮食产量明显增加，收入水平明显提高，村容村貌焕然一新。",
        "要建立严格的责任制度，认真解决群众反映强烈的突出问题。", "文化站积极组织演出，以群众喜爱的方式传播优秀传统文化。",
        "工业园区是全县经济的重要支撑，目前入园企业达到四十家。", "卫生院认真做好疫苗接种，严格落实消毒措施，确保群众健康。",
        "我们要积极争取上级支持，加快重要项目前期工作，争取早日开工。", "通过这种方式，村民办事更加方便，干群关系明显改善。",
    ];

    private static readonly string Clean = string.Join("\n", Enumerable.Range(0, 4).Select(part => string.Concat(Sentences.Select((_, i) => $"{Sentences[((i * 5) + part) % Sentences.Length]}"))));

    private static readonly (string Original, string Damaged)[] Swaps =
        [("重要", "首要"), ("严格", "严厉"), ("方式", "途径"), ("积极", "主动"), ("认真", "仔细"), ("明显", "显着")];

    private static readonly string Damaged = Swaps.Aggregate(Clean, (text, swap) => text.Replace(swap.Original, swap.Damaged, StringComparison.Ordinal));

    private static readonly Dictionary<char, char> Traditional =
        "县縣们們设設这這开開业業务務农農严嚴产產发發环環济濟乡鄉镇鎮学學习習贯貫实實项項认認识識动動护護强強领領导導组組织織对對进進关關长長资資联聯为為问問题題争爭办辦经經过過种種门門传傳园園级級头頭".Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);

    private static readonly TextRepairer Repairer = new(new TextRepairOptions().UseOcr());

    [Fact]
    public void Words_that_stand_for_others_are_named_with_what_was_expected()
    {
        List<Finding> found = Unknown(Repairer.Repair(Damaged));
        Assert.True(found.Count >= 2, $"{found.Count} words were named.");
        Assert.All(found, finding => Assert.Contains(Swaps, swap => Damaged.Substring(finding.Start, finding.Length) == swap.Damaged
            && finding.Message.Contains($"expected {swap.Original},", StringComparison.Ordinal)));
    }

    [Fact]
    public void Right_text_names_none() => Assert.Empty(Unknown(Repairer.Repair(Clean)));

    [Fact]
    public void A_single_strange_word_names_none() =>
        Assert.Empty(Unknown(Repairer.Repair(Clean.Replace("重要", "首要", StringComparison.Ordinal))));

    [Fact]
    public void A_manual_full_of_commands_names_none() =>
        Assert.Empty(Unknown(Repairer.Repair(Damaged.Replace("，", "，git commit --amend，", StringComparison.Ordinal))));

    [Fact]
    public void Traditional_Chinese_names_none() =>
        Assert.Empty(Unknown(Repairer.Repair(string.Concat(Damaged.Select(c => Traditional.TryGetValue(c, out char traditional) ? traditional : c)))));

    [Fact]
    public void Nothing_is_looked_for_without_a_judge() => Assert.Empty(Unknown(new TextRepairer().Repair(Damaged)));

    [Fact]
    public void What_a_dictionary_knows_is_left_to_it()
    {
        var options = new TextRepairOptions();
        options.Dictionaries.Add(CorrectionDictionary.Create(Swaps.Select(swap => new Substitution(swap.Damaged, swap.Original))));
        Assert.Empty(Unknown(new TextRepairer(options.UseOcr()).Repair(Damaged)));
    }

    [Fact]
    public void Suspects_are_counted_as_looking_for_each_of_them_does()
    {
        SwapModel model = SwapModel.OpenEmbedded();
        var census = new SwapCensus(model);
        foreach (string text in (string[])[Damaged, Clean, "", "紧", "紧要紧要", "要紧\ud83d要紧要", "\0\0\0"])
        {
            Assert.Equal(Enumerable.Range(0, model.Suspects.Length).Where(i => CountOf(text, model.Suspects[i].Text) > 1), census.Count(text).Order());
            for (int i = 0; i < model.Suspects.Length; i++) Assert.Equal(CountOf(text, model.Suspects[i].Text), census.CountOf(i));
        }
    }

    [Fact]
    public void Counts_never_say_more_than_their_bound()
    {
        SwapModel model = SwapModel.OpenEmbedded();
        for (int i = 0; i < model.Suspects.Length; i += 97)
        {
            SwapWord suspect = model.Suspects[i];
            SwapPair pair = model.Pairs[suspect.FirstPair];
            var evidence = new SwapEvidence(suspect, model.Originals[pair.Original], pair.Similarity, 2000 + i, 2 + (i % 30), i % 4);
            double bound = SwapEvidence.BoundByCounts(suspect, SwapEvidence.BoundOfPair(suspect, evidence.Original, pair.Similarity), Math.Log(evidence.Length), Math.Log(evidence.Found));
            Assert.InRange(evidence.CountLogOdds, double.NegativeInfinity, bound + 1e-9);
        }
    }

    [Fact]
    public void The_model_is_sorted_and_holds_what_it_points_at()
    {
        SwapModel model = SwapModel.OpenEmbedded();
        SwapWord[] suspects = model.Suspects.Span.ToArray();
        Assert.Equal(suspects.OrderBy(word => word.Key), suspects);
        Assert.Equal(model.Pairs.Length, suspects.Sum(word => word.PairCount));
        Assert.All(model.Pairs.Span.ToArray(), pair => Assert.InRange(pair.Original, 0, model.Originals.Length - 1));
        for (int i = 0; i < model.Originals.Length; i++) Assert.Equal(model.Find(model.Originals[i].Key), model.OriginalsAsSuspects[i]);
        Assert.All(suspects, word => Assert.DoesNotContain(model.Originals[model.Pairs[word.FirstPair].Original].Text, word.Text));
    }

    [Fact]
    public void Every_suspect_has_a_slot_of_its_own()
    {
        SwapModel model = SwapModel.OpenEmbedded();
        for (int i = 0; i < model.Suspects.Length; i++) Assert.Equal(i, model.Find(model.Suspects[i].Key));
        Assert.Equal(-1, model.Find(SwapWord.KeyOf('\0', '\0')));
    }

    [Fact]
    public void The_slots_of_the_model_are_those_that_training_makes()
    {
        var slots = new ColumnWriter();
        new SwapSlotBuilder(SwapModel.OpenEmbedded().Suspects.Span.ToArray()).Write(slots);
        ReadOnlySpan<byte> made = slots.Finish(SwapModel.Magic, SwapModel.Version).AsSpan(EmbeddedTable.HeaderLength);
        Assert.True(EmbeddedTable.OpenResource(SwapModel.Resource, SwapModel.Magic, SwapModel.Version).Bytes.EndsWith(made));
    }

    [Fact]
    public void A_model_that_ends_early_is_refused()
    {
        var writer = new ColumnWriter();
        writer.Add<int>([7, 0, 0]);
        Assert.Contains("ends before", Assert.Throws<InvalidDataException>(() => SwapModel.Read(writer.Finish(SwapModel.Magic, SwapModel.Version), "swaps")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_is_learned_from_texts_alone_and_is_the_same_each_time()
    {
        List<WordPair> pairs = [new("紧要", "重要", 0.3, 0), new("紧要", "主要", 0.2, 0), new("踊跃", "积极", 0.25, 0)];
        byte[] file = SwapTrainer.Write(pairs, [Clean, Damaged]);
        Assert.Equal(file, SwapTrainer.Write(pairs, [Clean, Damaged]));
        SwapModel model = SwapModel.Read(file, "swaps");
        Assert.Equal(["紧要", "踊跃"], model.Suspects.Span.ToArray().Select(word => word.Text));
        Assert.Equal(["重要", "主要", "积极"], model.Pairs.Span.ToArray().Select(pair => model.Originals[pair.Original].Text));
        Assert.Equal((double)(CountOf(Damaged, "紧要") + 1) / (Clean.Length + Damaged.Length), model.Suspects[0].Rate, 4);
    }

    [Fact]
    public void Words_in_the_same_places_are_found_to_be_alike()
    {
        var stream = new WordStream();
        for (int i = 0; i < 600; i++) foreach (string sentence in Sentences) stream.Add(i % 50 == 0 ? sentence.Replace("认真", "当真", StringComparison.Ordinal) : sentence);
        WordPair best = new SynonymFinder(stream).Find(100).First(pair => pair.Suspect == "当真");
        Assert.Equal("认真", best.Original);
        Assert.True(best.SharesCharacter);
    }

    private static List<Finding> Unknown(RepairResult result) => [.. result.Findings.Where(finding => finding.Kind == FindingKind.UnknownSwap)];

    private static int CountOf(string text, string word)
    {
        int count = 0;
        for (int i = text.IndexOf(word, StringComparison.Ordinal); i >= 0; i = text.IndexOf(word, i + 1, StringComparison.Ordinal)) count++;
        return count;
    }
}
