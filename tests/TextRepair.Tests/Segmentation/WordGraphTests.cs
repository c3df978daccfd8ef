using CsCheck;
using TextRepair.Segmentation;
using TextRepair.Training;

namespace TextRepair.Tests.Segmentation;

/// <summary>The best path against trying everything.</summary>
public sealed class WordGraphTests
{
    private static readonly Gen<string> Word = Gen.Char["甲乙丙ab"].Array[1, 4].Select(characters => new string(characters));

    private static readonly Gen<Dictionary<string, long>> Words =
        Gen.Select(Word, Gen.Long[1, 1000]).Array[1, 25]
            .Select(words => words.DistinctBy(word => word.Item1).ToDictionary(word => word.Item1, word => word.Item2, StringComparer.Ordinal));

    private static readonly Gen<string> Text = Gen.Char["甲乙丙ab丁，"].Array[0, 12].Select(characters => new string(characters));

    [Fact]
    public void The_best_path_is_as_cheap_as_the_cheapest_of_all() =>
        Gen.Select(Words, Text).Sample((words, text) =>
        {
            Lexicon lexicon = Build(words);
            Assert.Equal(Cheapest(lexicon, text), WordGraph.Cost(lexicon, text));
        });

    [Fact]
    public void The_words_that_are_written_are_those_of_a_cheapest_path() =>
        Gen.Select(Words, Text).Sample((words, text) =>
        {
            Lexicon lexicon = Build(words);
            // Latin letters that are no words are joined when they are written, which is no part of the path.
            text = text.Replace("a", "", StringComparison.Ordinal).Replace("b", "", StringComparison.Ordinal);
            int[] ends = new int[text.Length];
            int count = WordGraph.Cut(lexicon, null, findUnknown: false, text, ends);
            long sum = 0;
            int start = 0;
            foreach (int end in ends.AsSpan(0, count))
            {
                sum += Price(lexicon, text.AsSpan(start, end - start));
                start = end;
            }
            Assert.Equal(Cheapest(lexicon, text), sum);
        });

    [Fact]
    public void Every_word_is_found_and_nothing_else() =>
        Gen.Select(Words, Word).Sample((words, other) =>
        {
            Lexicon lexicon = Build(words);
            Assert.All(words.Keys, word => Assert.True(lexicon.TryGet(word, out _)));
            Assert.Equal(words.ContainsKey(other), lexicon.TryGet(other, out _));
        });

    [Fact]
    public void The_longest_word_at_and_before_a_position_is_the_longest_of_all() =>
        Gen.Select(Words, Text).Sample((words, text) =>
        {
            Lexicon lexicon = Build(words);
            for (int i = 0; i <= text.Length; i++)
            {
                Assert.Equal(Longest(text.Length - i, length => text.Substring(i, length)), lexicon.LongestAt(text, i));
                Assert.Equal(Longest(i, length => text.Substring(i - length, length)), lexicon.LongestBefore(text, i));
            }

            int Longest(int room, Func<int, string> word) =>
                Enumerable.Range(1, room).LastOrDefault(length => words.ContainsKey(word(length)) && length > 1, Math.Min(1, room));
        });

    [Fact]
    public void A_chain_longer_than_the_room_is_divided_like_a_short_one()
    {
        // Every position but the ends is inside a word: nowhere do all paths meet.
        Lexicon lexicon = Build(new() { ["甲乙"] = 100, ["乙甲"] = 1, ["甲"] = 1, ["乙"] = 1 });
        string text = string.Concat(Enumerable.Repeat("甲乙", 3 * WordGraph.Room));
        int[] ends = new int[text.Length];
        int count = WordGraph.Cut(lexicon, null, findUnknown: true, text, ends);
        Assert.Equal(Enumerable.Range(1, count).Select(i => 2 * i), ends.Take(count));
        Assert.Equal(text.Length, ends[count - 1]);
    }

    [Fact]
    public void A_replacement_that_makes_better_words_is_cheaper()
    {
        Lexicon lexicon = Lexicon.Default;
        Assert.True(lexicon.Cost("完成各项目标任务") < lexicon.Cost("完成各工程标任务"));
        Assert.True(lexicon.Cost("加强基础设施建设") < lexicon.Cost("加强根底设施建设"));
    }

    private static Lexicon Build(Dictionary<string, long> words) =>
        Lexicon.FromBytes(LexiconWriter.Write(words, words.Values.Sum(), new LexiconUnknownWords()));

    private static long Price(Lexicon lexicon, ReadOnlySpan<char> word)
    {
        if (lexicon.Codes[word[0]] == Lexicon.Separator) return 0;
        int cost = lexicon.GetCost(word);
        return cost == 0 ? lexicon.UnknownCost : cost;
    }

    private static long Cheapest(Lexicon lexicon, string text)
    {
        if (text.Length == 0) return 0;
        long best = Price(lexicon, text.AsSpan(0, 1)) + Cheapest(lexicon, text[1..]);
        for (int length = 2; length <= text.Length; length++)
            if (lexicon.TryGet(text.AsSpan(0, length), out _))
                best = Math.Min(best, lexicon.GetCost(text.AsSpan(0, length)) + Cheapest(lexicon, text[length..]));
        return best;
    }
}
