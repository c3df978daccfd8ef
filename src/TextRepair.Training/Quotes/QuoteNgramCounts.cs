using System.Buffers;
using TextRepair.Models;
using TextRepair.Pairing;

namespace TextRepair.Training.Quotes;

/// <summary>Counts characters, pairs and threes in lines without quotes, so that no case sees itself among them.</summary>
/// <remarks>
/// Those whose hashes share a place contend for it: each that comes takes one off the other's count, and has the place when
/// nothing is left (Misra and Gries 1982). So the frequent ones survive, and counting takes one access each.
/// </remarks>
internal sealed class QuoteNgramCounts
{
    private const int Kept = 960_000, FewestPairs = 3, FewestTriples = 6, PairBits = 23, TripleBits = 25;

    private static readonly SearchValues<char> Quoting = SearchValues.Create("“”〝〞\"");

    private readonly Entry[] _pairs = new Entry[1 << PairBits], _triples = new Entry[1 << TripleBits];
    private readonly int[] _characters = new int[char.MaxValue + 1];

    /// <summary>Counts the lines of a document.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        foreach (ReadOnlySpan<char> line in text.EnumerateLines())
            if (!line.ContainsAny(Quoting)) AddLine(line);
    }

    /// <summary>Writes the table of those that are frequent: characters, pairs, threes, each the most frequent first.</summary>
    public byte[] Format()
    {
        byte[] table = new byte[QuoteNgrams.TableLength];
        IEnumerable<KeyValuePair<uint, int>> characters = Enumerable.Range(0, _characters.Length).Where(c => _characters[c] > 0).Select(c => KeyValuePair.Create(QuoteNgrams.Hash((uint)c), _characters[c]));
        QuoteNgrams.Format(characters.Concat(Frequent(_pairs, FewestPairs)).Concat(Frequent(_triples, FewestTriples)).Take(Kept), table);
        return table;
    }

    private static IEnumerable<KeyValuePair<uint, int>> Frequent(Entry[] entries, int fewest) =>
        entries.Where(entry => entry.Count >= fewest).OrderByDescending(entry => entry.Count).ThenBy(entry => entry.Hash).Select(entry => KeyValuePair.Create(entry.Hash, entry.Count));

    private void AddLine(ReadOnlySpan<char> line)
    {
        uint a = ' ', b = ' ';
        foreach (char c in line)
        {
            uint folded = Characters.Fold(c);
            _characters[folded]++;
            Count(_pairs, QuoteNgrams.Hash(b, folded), 32 - PairBits);
            Count(_triples, QuoteNgrams.Hash(a, b, folded), 32 - TripleBits);
            (a, b) = (b, folded);
        }
    }

    private static void Count(Entry[] entries, uint hash, int shift)
    {
        ref Entry entry = ref entries[hash >> shift];
        if (entry.Hash == hash) entry.Count++;
        else if (entry.Count == 0) entry = new Entry(hash, 1);
        else entry.Count--;
    }

    private record struct Entry(uint Hash, int Count);
}
