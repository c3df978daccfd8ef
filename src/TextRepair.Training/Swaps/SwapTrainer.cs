using System.Buffers.Binary;
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
        var file = new List<byte>(new byte[EmbeddedTable.HeaderLength]);
        AddNumbers(file, originals.Length, suspects.Length, pairs.Sum(suspect => suspect.Count()));
        foreach (string word in originals) AddWord(file, word, census.RateOf(word));
        foreach (string word in suspects)
        {
            AddWord(file, word, census.RateOf(word));
            file.Add((byte)pairs[word].Count());
        }
        foreach (WordPair pair in suspects.SelectMany(word => pairs[word]))
            AddShort(file, new SwapPair(Array.BinarySearch(originals, pair.Original, StringComparer.Ordinal), pair.Similarity).Packed);
        byte[] bytes = [.. file];
        EmbeddedTable.WriteHeader(bytes, SwapModel.Magic, SwapModel.Version);
        return bytes;
    }

    private static void AddWord(List<byte> file, string word, WordRate rate)
    {
        AddShort(file, word[0]);
        AddShort(file, word[1]);
        file.Add(SwapWord.ByteOfRate(rate.PerCharacter));
        file.Add(SwapWord.ByteOfSpread(rate.Spread));
    }

    private static void AddNumbers(List<byte> file, params ReadOnlySpan<int> numbers)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        foreach (int number in numbers)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
            file.AddRange(bytes);
        }
    }

    private static void AddShort(List<byte> file, ushort value)
    {
        file.Add((byte)value);
        file.Add((byte)(value >> 8));
    }
}
