using TextRepair.Findings.Swaps;
using TextRepair.Models;

namespace TextRepair.Training.Swaps;

/// <summary>Learns from clean text which words a swapper may put for which, and how often each stands there.</summary>
/// <remarks>The same documents give the same bytes. No list of swaps is read.</remarks>
internal static class SwapTrainer
{
    private const int MostPairs = 80_000;

    /// <summary>Trains the model.</summary>
    public static byte[] Train(IEnumerable<CorpusDocument> documents)
    {
        var stream = new WordStream();
        var texts = new List<string>();
        foreach (CorpusDocument document in documents)
        {
            texts.Add(document.Text);
            stream.Add(document.Text);
        }
        return Write(new SynonymFinder(stream).Find(MostPairs), texts);
    }

    /// <summary>Writes the model for pairs that were found, with what the texts say of their words.</summary>
    internal static byte[] Write(List<WordPair> pairs, List<string> texts)
    {
        string[] originals = [.. pairs.Select(pair => pair.Original).Distinct().Order(StringComparer.Ordinal)];
        if (originals.Length > SwapPair.MostOriginals) throw new InvalidOperationException($"{originals.Length} originals do not go into the format, which has room for {SwapPair.MostOriginals}.");
        string[] suspects = [.. pairs.Select(pair => pair.Suspect).Distinct().Order(StringComparer.Ordinal)];
        var census = new PlaceCensus([.. originals.Union(suspects)]);
        foreach (string text in texts) census.Count(text);
        return Write(originals, suspects, pairs.ToLookup(pair => pair.Suspect, StringComparer.Ordinal), census);
    }

    private static byte[] Write(string[] originals, string[] suspects, ILookup<string, WordPair> pairs, PlaceCensus census)
    {
        SwapPair[] all = [.. from word in suspects from pair in pairs[word] select new SwapPair(Array.BinarySearch(originals, pair.Original, StringComparer.Ordinal), pair.Similarity)];
        int firstPair = 0;
        var words = new SwapWord[suspects.Length];
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = WordOf(suspects[i], census) with { PairCount = (ushort)pairs[suspects[i]].Count(), FirstPair = firstPair };
            firstPair += words[i].PairCount;
        }
        var file = new ColumnWriter();
        file.Add<int>([originals.Length, suspects.Length, all.Length]);
        file.Add<SwapWord>([.. originals.Select(word => WordOf(word, census))]);
        file.Add<SwapWord>(words);
        file.Add<SwapPair>(all);
        file.Add<short>([.. originals.Select(word => (short)Math.Max(-1, Array.BinarySearch(suspects, word, StringComparer.Ordinal)))]);
        new SwapSlotBuilder(words).Write(file);
        return file.Finish(SwapModel.Magic, SwapModel.Version);
    }

    private static SwapWord WordOf(string word, PlaceCensus census)
    {
        WordRate rate = census.RateOf(word);
        return new SwapWord(word[0], word[1], SwapWord.ByteOfRate(rate.PerCharacter), SwapWord.ByteOfSpread(rate.Spread), PairCount: 0, FirstPair: 0);
    }
}
