using TextRepair.Segmentation;

namespace TextRepair.Training;

/// <summary>Makes <c>lexicon.bin</c>: the words of a list, with counts and a model of unknown words learned from clean text.</summary>
/// <remarks>The same list and the same texts give the same bytes.</remarks>
public static class LexiconBuilder
{
    /// <summary>Builds a lexicon.</summary>
    /// <param name="wordList">A list in jieba's format: one word a line, then a blank, its count and whatever follows.</param>
    /// <param name="texts">Clean texts; read three times.</param>
    /// <param name="minimumCount">Words the list counts less often are left out, unless the texts have them.</param>
    /// <returns>The file.</returns>
    /// <exception cref="InvalidDataException">A line of the list has no count.</exception>
    public static byte[] Build(string wordList, IReadOnlyCollection<string> texts, int minimumCount = 3)
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
    /// <param name="minimumCount">Words the list counts less often are left out, unless the texts have them.</param>
    public static byte[] BuildFromFolder(string wordList, string corpus, int minimumCount = 3) =>
        Build(ReadWordList(wordList), LexiconCorpus.Read(corpus), minimumCount);

    internal static byte[] Build(Dictionary<string, long> listed, IEnumerable<string> texts, int minimumCount)
    {
        // Three rounds: the list's counts divide the texts; what was counted then divides them better and teaches the places of
        // characters; with those, words the list does not have are found, and the places are counted again.
        LexiconCounter known = Count(listed, new LexiconUnknownWords(), findUnknown: false, listed.Keys, texts);
        Dictionary<string, long> blended = Blend(listed, known.Counts, minimumCount);
        LexiconCounter unknown = Count(blended, known.Places, findUnknown: true, blended.Keys, texts);
        return LexiconWriter.Write(blended, blended.Values.Sum(), unknown.Places);
    }

    private static LexiconCounter Count(Dictionary<string, long> words, LexiconUnknownWords places, bool findUnknown, IReadOnlyCollection<string> counted, IEnumerable<string> texts)
    {
        Lexicon lexicon = Lexicon.FromBytes(LexiconWriter.Write(words, words.Values.Sum(), places));
        var counter = new LexiconCounter(lexicon, findUnknown, counted);
        foreach (string text in texts) counter.Add(text);
        return counter;
    }

    // The list and the texts count alike: the one knows the language at large, the other the kinds of text that are repaired.
    private static Dictionary<string, long> Blend(Dictionary<string, long> listed, IReadOnlyDictionary<string, long> found, int minimumCount)
    {
        double scale = (double)listed.Values.Sum() / Math.Max(1, found.Values.Sum());
        return listed.Where(word => word.Value >= minimumCount || found[word.Key] > 0)
            .ToDictionary(word => word.Key, word => word.Value + (long)Math.Round(found[word.Key] * scale), StringComparer.Ordinal);
    }

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
