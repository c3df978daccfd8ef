using TextRepair.Models;

namespace TextRepair.Ocr;

/// <summary>Writes and opens the file of a <see cref="LanguageModel"/>.</summary>
/// <remarks>
/// After the header of <see cref="EmbeddedTable"/> columns, little-endian, each padded to eight bytes: the numbers of tokens,
/// pairs, triples, triples with many children and 4-grams, and <see cref="LanguageModel.LowestBackoff"/> (int32 each);
/// the characters; costs and back-offs of single tokens (a byte each); the columns of the <see cref="PairSet"/>; costs and back-offs of pairs (a byte each) and where their triples start (int32, one more); the columns of the <see cref="TripleTable"/>;
/// last tokens (uint16) and costs (a byte) of 4-grams. Costs of upper levels are rounded to a quarter nat.
/// </remarks>
internal static class LanguageModelFile
{
    /// <summary>How many numbers the file begins with.</summary>
    public const int Numbers = 6;

    private const string Magic = "TROL";
    private const int Version = 3;

    // Two nats: misreadings that make a scan stand beside no pair as usual as that, 95 in 100 of them.
    private const int UsualGain = 2 * LanguageModel.Scale;

    /// <summary>Opens the model inside this package.</summary>
    public static LanguageModel OpenEmbedded(string resource) =>
        new(EmbeddedTable.OpenResource(resource, Magic, Version, typeof(LanguageModelFile).Assembly), resource);

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">The file is not such a model, is of another version, or is damaged.</exception>
    public static LanguageModel Read(ReadOnlySpan<byte> file, string name) => new(EmbeddedTable.FromBytes(file, name, Magic, Version), name);

    /// <summary>Makes a model of its levels, unigrams first.</summary>
    public static LanguageModel Create(Vocabulary vocabulary, ReadOnlySpan<LanguageModelLevel> levels)
    {
        LanguageModelLevel one = levels[0], two = levels[1], three = levels[2], four = levels[3];
        int[] many = [.. Enumerable.Range(0, three.Ids.Length).Where(i => Children(three, i) >= TripleTable.Many)];
        int width = PairSet.WordsOf(vocabulary.Count);
        ulong[] words = new ulong[vocabulary.Count * width];
        ushort[] ranks = new ushort[words.Length];
        for (int left = 0; left < vocabulary.Count; left++) FillRow(left, one, two, words.AsSpan(left * width, width), ranks.AsSpan(left * width, width));
        var writer = new ColumnWriter();
        writer.Add<int>([vocabulary.Count, two.Ids.Length, three.Ids.Length, many.Length, four.Ids.Length, Lowest(two) + Lowest(three)]);
        writer.Add(vocabulary.Characters);
        writer.Add<byte>(one.Costs);
        writer.Add<byte>(one.Backoffs);
        writer.Add<ulong>(words);
        writer.Add<int>(one.First.AsSpan(..^1));
        writer.Add<ushort>(ranks);
        writer.Add<byte>(two.Costs);
        writer.Add<byte>(two.Backoffs);
        writer.Add<int>(two.First);
        writer.Add<uint>([.. three.Ids.Select((token, i) => TripleTable.Pack(token, three.Costs[i], three.Backoffs[i], Children(three, i)))]);
        writer.Add<int>([.. Enumerable.Range(0, (three.Ids.Length / TripleTable.BlockSize) + 1).Select(block => three.First[block * TripleTable.BlockSize])]);
        writer.Add<int>(many);
        writer.Add<int>([.. many.Select(i => Children(three, i))]);
        writer.Add<ushort>(four.Ids);
        writer.Add<byte>(four.Costs);
        return Read(writer.Finish(Magic, Version), "new model");
    }

    /// <summary>Rounds a cost as the file does.</summary>
    public static byte Round(double steps, int level) =>
        (byte)(Math.Clamp((int)Math.Round(steps / Grain(level)), 0, 255 / Grain(level)) * Grain(level));

    private static int Grain(int level) => level == 0 ? 1 : level == 1 ? 2 : 4;

    private static int Children(LanguageModelLevel level, int entry) => level.First[entry + 1] - level.First[entry];

    private static int Lowest(LanguageModelLevel level) => level.Backoffs.Length == 0 ? 0 : Math.Min(0, level.Backoffs.Min() - LanguageModel.BackoffZero);

    private static void FillRow(int left, LanguageModelLevel one, LanguageModelLevel two, Span<ulong> words, Span<ushort> ranks)
    {
        int first = one.First[left], pair = first;
        for (int word = 0; word < words.Length; word++)
        {
            ranks[word] = (ushort)(pair - first);
            for (; pair < one.First[left + 1] && two.Ids[pair] / PairSet.PairsOfWord == word; pair++)
            {
                int right = two.Ids[pair];
                bool isUsual = two.Costs[pair] + UsualGain <= one.Costs[right];
                words[word] |= (ulong)(isUsual ? PairSet.Usual : PairSet.Known) << (2 * (right % PairSet.PairsOfWord));
            }
        }
    }
}
