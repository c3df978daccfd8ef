using System.Runtime.InteropServices;
using TextRepair.Models;
using TextRepair.Segmentation;

namespace TextRepair.Training;

/// <summary>Writes words and the model of unknown words as the file that <see cref="Lexicon"/> reads.</summary>
internal static class LexiconWriter
{
    /// <summary>The characters that words may have, apart from Chinese ones: jieba's.</summary>
    private const string Signs = "+#&._%-";

    /// <summary>Tells whether a word may have a character.</summary>
    public static bool IsWordCharacter(char c) =>
        c is (>= '\u4e00' and <= '\u9fff') or (>= '\u3400' and <= '\u4dbf') || char.IsAsciiLetterOrDigit(c) || Signs.Contains(c, StringComparison.Ordinal);

    /// <summary>Makes the file.</summary>
    /// <param name="words">Words with their counts, each once, in any order.</param>
    /// <param name="total">What the counts are a share of.</param>
    /// <param name="unknown">The model of unknown words.</param>
    public static byte[] Write(IReadOnlyDictionary<string, long> words, long total, LexiconUnknownWords unknown)
    {
        KeyValuePair<string, long>[] sorted = [.. words.Where(word => word.Value > 0)
            .OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal)];
        char[] alphabet = Alphabet(sorted);
        ushort[] codes = Codes(alphabet);
        int codeCount = alphabet.Length + 2;
        ulong[] slots = Slots(sorted, total, codes, codeCount);
        int[] head = [Price(1, total), codeCount, slots.Length, sorted.Max(word => word.Key.Length), .. unknown.Transitions()];
        ulong[] emissions = [unknown.Emissions('\0'), unknown.Emissions('\0'), .. alphabet.Select(unknown.Emissions)];
        return Join(MemoryMarshal.AsBytes<int>(head), MemoryMarshal.AsBytes<ulong>(emissions), MemoryMarshal.AsBytes<ulong>(slots), MemoryMarshal.AsBytes<ushort>(codes));
    }

    /// <summary>Prices a share: its negative logarithm.</summary>
    public static ushort Price(double count, double total) =>
        (ushort)Math.Clamp(Math.Round(-Math.Log(count / total) * Lexicon.Scale), 1, ushort.MaxValue);

    // The frequent characters get the low codes: children then lie close together and the array stays dense.
    private static char[] Alphabet(KeyValuePair<string, long>[] words)
    {
        var counts = new Dictionary<char, long>();
        foreach ((string word, long count) in words)
            foreach (char c in word)
                counts[c] = counts.GetValueOrDefault(c) + count;
        return [.. counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key).Select(c => c.Key)];
    }

    private static ushort[] Codes(char[] alphabet)
    {
        ushort[] codes = new ushort[65536];
        for (int c = 0; c < codes.Length; c++)
            codes[c] = IsWordCharacter((char)c) ? Lexicon.Unknown : Lexicon.Separator;
        for (int i = 0; i < alphabet.Length; i++)
            codes[alphabet[i]] = (ushort)(i + 2);
        return codes;
    }

    private static ulong[] Slots(KeyValuePair<string, long>[] words, long total, ushort[] codes, int codeCount)
    {
        var trie = new LexiconTrieBuilder(codeCount);
        foreach ((string word, long count) in words)
            trie.Add([.. word.Select(c => codes[c])], Price(count, total), count);
        return trie.Build();
    }

    private static byte[] Join(ReadOnlySpan<byte> head, ReadOnlySpan<byte> emissions, ReadOnlySpan<byte> slots, ReadOnlySpan<byte> codes)
    {
        byte[] file = [.. new byte[EmbeddedTable.HeaderLength], .. head, .. emissions, .. slots, .. codes];
        EmbeddedTable.WriteHeader(file, Lexicon.Magic, Lexicon.Version);
        return file;
    }
}
