using CsCheck;
using TextRepair.Cleaning;
using TextRepair.Context;
using TextRepair.Deciding;
using TextRepair.Evidence;
using TextRepair.Matching;
using TextRepair.Models;

namespace TextRepair.Tests.Speed;

/// <summary>What is fast does what its slow twin does.</summary>
public class SlowTwinTests
{
    private static readonly string[] Sentences =
    [
        "会议要求，各部门要明确工作原则，加强基础设施建设，发展服务业，提高人民生活水平。",
        "全县上半年完成了12项重点工程，标准化厂房建设进展顺利，公司和企业的报告按规定公布。",
        "由于缺乏规划，部分项目没有达到要求，存在的不足要认真研究解决的方法和措施。",
        "代表们表达了意见，理解并支持政府的决定，那么下一步就看落实情况。",
        "学校开展了丰富多彩的活动，同学们掌握了知识，也获得了进步。",
        "根据有关规定，双方达成协议，承担各自的责任，\n保证质量和安全。",
    ];

    private static readonly Substitution[] Main =
        [.. CorrectionDictionary.Default.Substitutions.Where(s => s.Family.Split(',').Contains("A"))];

    private static readonly SwapTable Table = SwapTable.Create(CorrectionDictionary.Default.Substitutions);

    // Prose of which some words were swapped, in one pass and without a look at word boundaries, as swappers do it.
    private static readonly Gen<string> Prose =
        Gen.Select(Gen.OneOfConst(Sentences).Array[1, 40], Gen.Int[0, Main.Length], Gen.Bool, (sentences, swaps, damaged) =>
            damaged ? Damage(string.Concat(sentences), swaps) : string.Concat(sentences));

    [Fact]
    public void Text_that_is_not_left_early_is_decided_as_if_nothing_were()
    {
        foreach (TextSource source in Enum.GetValues<TextSource>())
        {
            foreach (double confidence in (double[])[0.5, 0.9])
            {
                var options = new TextRepairOptions { Source = source, MinimumConfidence = confidence };
                SubstitutionStage fast = Stage(options, leavesEarly: true), slow = Stage(options, leavesEarly: false);
                Gen.OneOf(Texts.Any, Prose, Prose).Sample(text => CheckLeft(slow, fast, text), iter: 200);
            }
        }
    }

    [Fact]
    public void Text_full_of_swapped_words_is_not_left_early()
    {
        SubstitutionStage stage = Stage(new TextRepairOptions(), leavesEarly: true);
        Gen.OneOfConst(Sentences).Array[12, 40].Sample(sentences => Assert.True(Run(stage, Damage(string.Concat(sentences), Main.Length)).Diagnosis?.DamageProbability > 0.9), iter: 200);
    }

    [Fact]
    public void Protected_words_do_not_loosen_the_bound()
    {
        var options = new TextRepairOptions { Source = TextSource.Suspected, MinimumConfidence = 0.5 };
        options.ProtectedWords.UnionWith(["重点工程", "基础设施", "巩固", "标准化", "达到要求", "开展了丰富"]);
        SubstitutionStage fast = Stage(options, leavesEarly: true), slow = Stage(options, leavesEarly: false);
        Prose.Sample(text => CheckLeft(slow, fast, text), iter: 300);
    }

    [Fact]
    public void The_automaton_finds_what_IndexOf_finds()
    {
        string[] patterns = ["工程", "工程标", "程", "开展", "展开展", "那么", "原那么", "么", "aab", "ab", "\ud83d", "效劳"];
        Automaton automaton = Automaton.Build(patterns);
        Gen<string> texts = Gen.OneOf(Texts.Any, Gen.OneOfConst("工", "程", "标", "开", "展", "那", "么", "原", "a", "b", "\ud83d", "。").Array[0, 40].Select(string.Concat));
        texts.Sample(text =>
        {
            var found = new List<Match>();
            automaton.FindAll(text, found);
            Assert.Equal(FindByIndexOf(text, patterns), found);
        });
    }

    [Fact]
    public void The_wide_filter_lets_every_beginning_of_a_pattern_through_and_no_more_than_it_says()
    {
        string[] patterns = ["工程", "程", "开展", "原那么", "ab", "\ud83d", "效劳", "\uffff\u0001"];
        // Null where the processor has no such instructions: then nothing uses it.
        if (WidePairFilter.TryCreate(patterns) is not { } filter) return;
        Gen<string> texts = Gen.OneOfConst("工", "程", "开", "展", "原", "那", "么", "a", "b", "\ud83d", "效", "劳", "\uffff", "\u0001", "。").Array[0, 300].Select(string.Concat);
        Gen.Select(texts, Gen.Int[0, 70]).Sample((text, start) =>
        {
            ulong[] blocks = new ulong[8];
            int count = start < text.Length ? filter.Scan(text, start, blocks) : 0;
            Assert.Equal(start < text.Length ? Math.Min(blocks.Length, (text.Length - start - 1) / WidePairFilter.Block) : 0, count);
            for (int i = 0; i < count * WidePairFilter.Block; i++)
            {
                bool passes = (blocks[i / WidePairFilter.Block] >> (i % WidePairFilter.Block) & 1) != 0;
                Assert.Equal(filter.MayBegin(text[start + i], text[start + i + 1]), passes);
                Assert.True(passes || !Array.Exists(patterns, pattern => text.AsSpan(start + i).StartsWith(pattern, StringComparison.Ordinal)));
            }
        });
    }

    [Fact]
    public void A_dictionary_without_end_is_not_filtered_in_vain() =>
        Assert.Null(WidePairFilter.TryCreate([.. Enumerable.Range(0, 20_000).Select(i => $"{(char)('一' + i)}{(char)('丁' + (i * 7))}")]));

    [Fact]
    public void Features_hashed_eight_at_a_time_are_those_hashed_one_by_one()
    {
        if (!System.Runtime.Intrinsics.X86.Avx512DQ.IsSupported) return;
        Gen.Char.Array[64].Sample(window =>
        {
            uint[] slow = new uint[FeatureExtractor.Count], fast = new uint[FeatureExtractor.Count];
            FeatureExtractor.HashEach(window, slow);
            FeatureExtractor.HashWide(window, fast);
            Assert.Equal(slow, fast);
        });
    }

    [Fact]
    public void Places_read_together_and_kept_score_as_those_read_one_by_one()
    {
        ContextModel contexts = ContextModelFile.OpenEmbedded();
        Expert?[] experts = [.. Table.Swaps.Select(swap => contexts.Find(Table.Suspects[Table.SuspectOfSwap[swap.Index]].Damaged, swap.Original))];
        var familiarity = Familiarity.OpenEmbedded();
        var first = new FirstReader(Table, experts);
        var reader = new PlaceReader(Table, experts, new DamageModel(Table, experts, familiarity), familiarity, first);
        Gen.OneOf(Texts.Any, Prose).Sample(
            text =>
            {
                var matches = new List<Match>();
                Table.Automaton.FindAll(text, matches);
                first.BeginText(matches);
                ContextText whole = ContextText.Create(text, Table, matches);
                // The second time from what was kept.
                foreach (int _ in (int[])[1, 2])
                {
                    reader.BeginText(text);
                    for (int place = 0; place < matches.Count; place++)
                        if (Table.SuspectOf[matches[place].Pattern] >= 0 && !reader.Add(matches, place)) Check(reader, whole, experts);
                    Check(reader, whole, experts);
                }
            },
            threads: 1);
    }

    private static void Check(PlaceReader reader, ContextText whole, Expert?[] experts)
    {
        reader.Score(countsPairs: true);
        for (int i = 0; i < reader.Count; i++)
        {
            ReadPlace place = reader[i];
            uint[] features = Features(whole, new Match(place.Start, place.Suspect.Pattern));
            float[] first = [.. place.Suspect.Swaps.Select(swap => (float)experts[swap.Index]!.FirstUnits(Nearest(features)) / Expert.UnitsPerNat)];
            // Nothing was said of these swaps: only what is surely no swap is settled at first look.
            Assert.Equal(place.IsAtFirst, Array.TrueForAll(first, score => score <= -4));
            Assert.Equal(place.IsAtFirst ? first : place.Suspect.Swaps.Select(swap => experts[swap.Index]!.Score(features)), place.Scores.ToArray());
            Assert.Equal(FeatureExtractor.NarrowContextOf(features), place.NarrowContext);
        }
        reader.BeginBatch();
    }

    [Fact]
    public void Columns_counted_sixteen_at_a_time_are_those_counted_one_by_one() =>
        Gen.OneOfConst('开', 'a', ' ', '\f', '“', '\u10ff', '\u1100', '\uffff').Array[0, 70].Sample(text =>
            Assert.Equal(text.Sum(c => c == '\f' ? 0 : c < '\u1100' ? 1 : 2), TextLine.ColumnsOf(text)));

    [Fact]
    public void Weights_are_found_in_their_buckets()
    {
        Dictionary<uint, float> trained = Enumerable.Range(1, 40).ToDictionary(i => (uint)i * 0x9e3779b1u, i => (i % 7) - 3f);
        var weights = HashedWeights.Parse(HashedWeights.Format(trained, 8, ModelKind.Quotes), "test", ModelKind.Quotes);
        foreach ((uint feature, float weight) in trained) Assert.Equal(weight, weights[feature] * weights.Scale, 0.2f);
        Assert.Equal(0, weights[1]);
    }

    [Fact]
    public void Contexts_read_in_windows_are_those_of_the_whole_text()
    {
        Gen<string> runs = Gen.Select(Gen.OneOfConst("1", "a", " ", "开展", "工程"), Gen.Int[0, 600], (piece, times) => string.Concat(Enumerable.Repeat(piece, times)));
        Gen<string> texts = Gen.OneOf(Texts.Any, Prose, Gen.OneOf(runs, Prose, Texts.Any).Array[1, 12].Select(string.Concat));
        var window = new ContextWindow(Table);
        texts.Sample(
            text =>
            {
                var matches = new List<Match>();
                Table.Automaton.FindAll(text, matches);
                ContextText whole = ContextText.Create(text, Table, matches);
                // All of them in order, and then a few from anew.
                foreach (int step in (int[])[1, 7])
                {
                    window.Reset();
                    for (int place = 0; place < matches.Count; place += step)
                    {
                        window.MoveTo(text, matches, place);
                        Assert.Equal(Features(whole, matches[place]), Features(window));
                    }
                }
            },
            threads: 1);
    }

    [Fact]
    public void Neighbours_of_a_place_are_those_of_the_whole_text()
    {
        Gen<string> runs = Gen.Select(Gen.OneOfConst("1", "a", " ", "开展", "工程", "达到"), Gen.Int[0, 6], (piece, times) => string.Concat(Enumerable.Repeat(piece, times)));
        Gen<string> texts = Gen.OneOf(Texts.Any, Prose, Gen.OneOf(runs, Prose, Texts.Any).Array[1, 12].Select(string.Concat));
        texts.Sample(text =>
        {
            var matches = new List<Match>();
            Table.Automaton.FindAll(text, matches);
            ContextText whole = ContextText.Create(text, Table, matches);
            var words = new List<int>();
            Neighbours.FindWords(Table, matches.ToArray(), words);
            char[] window = new char[Surroundings.Length];
            uint[] features = new uint[FeatureExtractor.NearestCount];
            for (int place = 0; place < matches.Count; place++)
            {
                Neighbours.Read(text, Table, matches.ToArray(), words.ToArray(), place, window);
                FeatureExtractor.ExtractNearest(window, features);
                Assert.Equal(Nearest(Features(whole, matches[place])), features);
            }
        });
    }

    [Fact]
    public void The_first_look_adds_up_the_weights_of_its_own_expert()
    {
        uint[] features = [.. Enumerable.Range(1, FeatureExtractor.NearestCount).Select(i => (uint)i * 1234567 % (1u << FeatureExtractor.KeyBits))];
        ExpertData[] experts = [.. Enumerable.Range(0, 3).Select(number => new ExpertData(
            $"{number}", "a", default, 0, ExpertData.MakeTable([]), number, [.. features.Skip(number).Select((feature, i) => (feature, (sbyte)(i - number)))]))];
        using var file = new MemoryStream();
        ContextModelFile.Write(file, experts);
        ContextModel model = ContextModelFile.Open(file.ToArray());
        foreach (ExpertData expert in experts)
            Assert.Equal(expert.FirstBias + expert.FirstLook.Sum(weight => weight.Weight), model.Find(expert.Damaged, "a")!.FirstUnits(features));
    }

    [Fact]
    public void A_position_is_found_by_search_as_by_adding_up()
    {
        Gen.Int[0, 3].Array[1, 20].Sample(lengths =>
        {
            var edits = new List<TextEdit>();
            int start = 0;
            foreach (int length in lengths)
            {
                edits.Add(new TextEdit(start, new string('a', length), new string('b', (length + start) % 4), EditKind.Layout, 1, "rule", ""));
                start += length + 1 + (start % 3);
            }
            EditList list = EditList.Create(edits);
            for (int position = 0; position < start + 3; position++)
            {
                Assert.Equal(SlowlyRepaired(list, position), list.ToRepaired(position));
                Assert.Equal(SlowlyOriginal(list, position), list.ToOriginal(position));
            }
        });
    }

    private static SubstitutionStage Stage(TextRepairOptions options, bool leavesEarly) =>
        new(Table, ContextModelFile.OpenEmbedded(), Familiarity.OpenEmbedded(), new ProtectedWords(options.ProtectedWords), options, options.WordComparer) { LeavesEarly = leavesEarly };

    // The first look may leave a text that all contexts together would find likelier damaged than not, hardly ever one that is surely so.
    // A first look is a model too: what it leaves may be found damaged by a reader of everything. It never makes anything of it.
    private static void CheckLeft(SubstitutionStage slow, SubstitutionStage fast, string text)
    {
        StageOutput left = Run(fast, text);
        if (left.Diagnosis is null) Assert.False(left.HasEdits);
        else Assert.Equal(Describe(Run(slow, text)), Describe(left));
    }

    private static StageOutput Run(SubstitutionStage stage, string text)
    {
        var output = new StageOutput();
        stage.Run(text, output);
        return output;
    }

    private static string Describe(StageOutput output)
    {
        Diagnosis diagnosis = output.Diagnosis ?? Diagnosis.Clean;
        return string.Join('|', output.Edits.Select(edit => $"{edit.Start} {edit.Confidence:R} {edit.Rule} {edit.Reason}"))
            + $" {diagnosis.DamageProbability:R} " + string.Join('|', diagnosis.Swaps);
    }

    private static string Damage(string text, int swaps)
    {
        foreach (Substitution swap in Main.Take(swaps)) text = text.Replace(swap.Original, swap.Damaged, StringComparison.Ordinal);
        return text;
    }

    private static List<Match> FindByIndexOf(string text, string[] patterns)
    {
        var found = new List<Match>();
        for (int start = 0; start < text.Length; start++)
            foreach (int pattern in Enumerable.Range(0, patterns.Length).OrderBy(p => patterns[p].Length))
                if (text.AsSpan(start).StartsWith(patterns[pattern], StringComparison.Ordinal)) found.Add(new Match(start, pattern));
        return found;
    }

    private static uint[] Nearest(uint[] all) => [.. FeatureExtractor.NearestFeatures.ToArray().Select(i => all[i])];

    private static uint[] Features(ContextText text, Match match)
    {
        uint[] features = new uint[FeatureExtractor.Count];
        FeatureExtractor.Extract(text.Characters, text.PositionOf(match.Start), text.PositionOf(match.Start + Table.Words[match.Pattern].Length), features);
        return features;
    }

    private static uint[] Features(ContextWindow window)
    {
        uint[] features = new uint[FeatureExtractor.Count];
        FeatureExtractor.Extract(window.Characters, window.Start, window.End, features);
        return features;
    }

    private static int SlowlyRepaired(EditList edits, int position)
    {
        int shift = 0;
        foreach (TextEdit edit in edits)
        {
            if (position < edit.End) return Math.Min(position, edit.Start) + shift;
            shift += edit.Replacement.Length - edit.Length;
        }
        return position + shift;
    }

    private static int SlowlyOriginal(EditList edits, int position)
    {
        int shift = 0;
        foreach (TextEdit edit in edits)
        {
            int start = edit.Start + shift;
            if (position < start + edit.Replacement.Length) return Math.Min(position, start) - shift;
            shift += edit.Replacement.Length - edit.Length;
        }
        return position - shift;
    }
}
