using System.Globalization;
using TextRepair.Ocr;

namespace TextRepair.Training.Ocr;

/// <summary>How often each Han character was read, and for which others it was taken.</summary>
/// <remarks>The text form, one line a pair: true, observed, count; a character that equals its observed form counts right readings.</remarks>
internal sealed class ConfusionCounts
{
    private readonly SortedDictionary<(char True, char Observed), int> _pairs = [];

    /// <summary>Gets the pairs with their counts, right readings included.</summary>
    public IEnumerable<KeyValuePair<(char True, char Observed), int>> Pairs => _pairs;

    /// <summary>Counts the characters of a passage.</summary>
    /// <param name="truth">The passage as printed.</param>
    /// <param name="seen">The passage as read.</param>
    /// <param name="weight">How often to count it.</param>
    public void Add(string truth, string seen, int weight = 1)
    {
        string plainTruth = WithoutWhiteSpace(truth), plainSeen = WithoutWhiteSpace(seen);
        int[] aligned = CharacterAlignment.Align(plainTruth, plainSeen);
        for (int i = 0; i < aligned.Length; i++)
        {
            if (aligned[i] < 0 || !Vocabulary.IsHan(plainTruth[i]) || !Vocabulary.IsHan(plainSeen[aligned[i]])) continue;
            // Where both neighbours are wrong too, nobody knows which character became which.
            if (Matches(plainTruth, plainSeen, aligned, i - 1) || Matches(plainTruth, plainSeen, aligned, i + 1))
                Add(plainTruth[i], plainSeen[aligned[i]], weight);
        }
    }

    /// <summary>Counts one pair.</summary>
    public void Add(char truth, char observed, int count) =>
        _pairs[(truth, observed)] = _pairs.GetValueOrDefault((truth, observed)) + count;

    /// <summary>Reads counts.</summary>
    public void Read(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            string[] columns = line.Split('\t');
            Add(columns[0][0], columns[1][0], int.Parse(columns[2], CultureInfo.InvariantCulture));
        }
    }

    /// <summary>Writes counts, sorted.</summary>
    public void Write(TextWriter writer)
    {
        foreach (((char truth, char observed), int count) in _pairs)
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{truth}\t{observed}\t{count}\n"));
    }

    private static bool Matches(string truth, string seen, int[] aligned, int i) =>
        i < 0 || i >= aligned.Length || (aligned[i] >= 0 && truth[i] == seen[aligned[i]]);

    private static string WithoutWhiteSpace(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
