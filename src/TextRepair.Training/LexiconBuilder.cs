using TextRepair.Segmentation;

namespace TextRepair.Training;

/// <summary>Makes <c>lexicon.bin</c>: the words of a list, with counts and a model of unknown words learned from clean text.</summary>
/// <remarks>The same list and the same texts give the same bytes.</remarks>
public static class LexiconBuilder
{
    /// <summary>What a word met in the texts counts, when one of the list counts 1 and both are equally long.</summary>
    /// <remarks>At 1 the boundaries of rare readings move away from jieba's (长春市/长/春节); at a tenth they stay.</remarks>
    private const double TextShare = 0.1;

    /// <summary>Builds a lexicon.</summary>
    /// <param name="wordList">A list in jieba's format: one word a line, then a blank, its count and whatever follows.</param>
    /// <param name="texts">Clean texts; read twice.</param>
    /// <param name="minimumCount">Words the list counts less often are left out, unless the texts have them or the division needs them.</param>
    /// <returns>The file.</returns>
    /// <exception cref="InvalidDataException">A line of the list has no count.</exception>
    public static byte[] Build(string wordList, IReadOnlyCollection<string> texts, int minimumCount = 4)
    {
        ArgumentNullException.ThrowIfNull(wordList);
        ArgumentNullException.ThrowIfNull(texts);
        Dictionary<string, long> listed = ReadWordList(wordList);
        return Build(listed, texts, minimumCount);
    }

    /// <summary>Builds a lexicon from a folder of gzip JSON lines.</summary>
    /// <inheritdoc cref="Build(string, IReadOnlyCollection{string}, int)"/>
    /// <param name="wordList">A list in jieba's format: one word a line, then a blank, its count and whatever follows.</param>
    /// <param name="corpus">The folder; every record's <c>text</c> is read.</param>
    /// <param name="minimumCount">Words the list counts less often are left out, unless the texts have them or the division needs them.</param>
    /// <param name="every">One text in so many is read, from the first; one in eight is enough to count words.</param>
    public static byte[] BuildFromFolder(string wordList, string corpus, int minimumCount = 4, int every = 8) =>
        Build(ReadWordList(wordList), LexiconCorpus.Read(corpus).Where((_, number) => number % every == 0), minimumCount);

    internal static byte[] Build(Dictionary<string, long> listed, IEnumerable<string> texts, int minimumCount)
    {
        // Three rounds: the list's counts divide the texts; what was counted then divides them better and teaches the places of
        // characters; with those, words the list does not have are found, and the places are counted again.
        LexiconCounter known = Count(listed, new LexiconUnknownWords(), findUnknown: false, texts);
        Dictionary<string, long> blended = Blend(listed, known.Counts);
        Dictionary<string, long> common = blended.Where(word => listed[word.Key] >= minimumCount || known.Counts[word.Key] > 0)
            .ToDictionary(StringComparer.Ordinal);
        LexiconUnknownWords places = Count(common, known.Places, findUnknown: true, texts).Places;
        Dictionary<string, long> needed = AddNeeded(common, blended, places);
        return LexiconWriter.Write(needed, needed.Values.Sum(), places);
    }

    private static LexiconCounter Count(Dictionary<string, long> words, LexiconUnknownWords places, bool findUnknown, IEnumerable<string> texts)
    {
        var counter = new LexiconCounter(Load(words, places), findUnknown, words.Keys);
        foreach (string text in texts) counter.Add(text);
        return counter;
    }

    private static Lexicon Load(Dictionary<string, long> words, LexiconUnknownWords places) =>
        Lexicon.FromBytes(LexiconWriter.Write(words, words.Values.Sum(), places));

    // The list knows the language at large, the texts the kinds of writing that are repaired.
    private static Dictionary<string, long> Blend(Dictionary<string, long> listed, IReadOnlyDictionary<string, long> found)
    {
        double scale = TextShare * listed.Values.Sum() / Math.Max(1, found.Values.Sum());
        return listed.ToDictionary(word => word.Key, word => word.Value + (long)Math.Round(found[word.Key] * scale), StringComparer.Ordinal);
    }

    // A rare word is left out when it is found without being listed, and when its parts are more probable than the whole.
    private static Dictionary<string, long> AddNeeded(Dictionary<string, long> common, Dictionary<string, long> all, LexiconUnknownWords places)
    {
        Lexicon lexicon = Load(common, places);
        double total = all.Values.Sum();
        var needed = new Dictionary<string, long>(common, StringComparer.Ordinal);
        foreach ((string word, long count) in all)
            if (!common.ContainsKey(word) && !IsFound(lexicon, word) && LexiconWriter.Price(count, total) < WordGraph.Cost(lexicon, word))
                needed.Add(word, count);
        return needed;
    }

    private static bool IsFound(Lexicon lexicon, string word) =>
        WordGraph.Cut(lexicon, null, findUnknown: true, word, stackalloc int[WordGraph.LongestWord]) == 1;

    private static Dictionary<string, long> ReadWordList(string path)
    {
        var words = new Dictionary<string, long>(StringComparer.Ordinal);
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            string[] columns = line.Split(' ');
            if (columns.Length < 2 || !long.TryParse(columns[1], out long count))
                throw new InvalidDataException($"{Path.GetFileName(path)}, line {number}: expected a word, a blank and a count, found \"{line}\".");
            if (columns[0].Length is > 0 and <= WordGraph.LongestWord && columns[0].All(LexiconWriter.IsWordCharacter))
                words[columns[0]] = count;
        }
        return words;
    }
}
