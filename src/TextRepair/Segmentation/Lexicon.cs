using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using TextRepair.Models;

namespace TextRepair.Segmentation;

/// <summary>Words with their probabilities, and what is known of the characters of unknown words; read in place.</summary>
/// <remarks>
/// Prices are negative natural logarithms of probabilities in steps of 1/<see cref="Scale"/>, as integers: sums are the same
/// on every machine. After the header of <see cref="EmbeddedTable"/> come, little-endian: the price of an unknown character,
/// the number of codes, the number of slots, the longest word (4 × int32); the prices between the positions of unknown words
/// (<see cref="UnknownWords.TransitionCount"/> × int32, padded to 8 bytes); the prices of characters in those positions (4 × uint16 a code);
/// the slots of the double array (uint64); and the code of every UTF-16 code unit (65536 × uint16).
/// </remarks>
internal sealed class Lexicon
{
    public const string Magic = "TRLX";
    public const int Version = 1;

    /// <summary>Steps of price in one natural logarithm.</summary>
    public const int Scale = 2048;

    /// <summary>The code of a character no word contains: white space, punctuation, what is not Chinese.</summary>
    public const ushort Separator = 0;

    /// <summary>The code of a Chinese character, Latin letter or figure the lexicon does not know.</summary>
    public const ushort Unknown = 1;

    private const int FixedLength = (4 + UnknownWords.TransitionCount) * sizeof(int);

    private readonly EmbeddedTable _table;
    private readonly int _codeCount;
    private readonly int _slotCount;

    private Lexicon(EmbeddedTable table, string name, bool checksIndexes)
    {
        _table = table;
        if (table.Body.Length < FixedLength)
            throw new InvalidDataException($"{name}: the file ends before its tables begin. Build it again.");
        ReadOnlySpan<int> head = MemoryMarshal.Cast<byte, int>(table.Body[..FixedLength]);
        (UnknownCost, _codeCount, _slotCount, LongestWord) = (head[0], head[1], head[2], head[3]);
        long expected = FixedLength + ((long)_codeCount + _slotCount) * sizeof(ulong) + 65536 * sizeof(ushort);
        if (table.Body.Length != expected)
            throw new InvalidDataException($"{name}: expected {expected} bytes of tables, found {table.Body.Length}. Build it again.");
        if (checksIndexes) CheckIndexes(name);
    }

    /// <summary>Gets the embedded lexicon.</summary>
    public static Lexicon Default { get; } = new(EmbeddedTable.OpenResource("lexicon.bin", Magic, Version), "lexicon.bin", checksIndexes: false);

    /// <summary>Gets the price of a character that is no word.</summary>
    public int UnknownCost { get; }

    /// <summary>Gets the length of the longest word, in UTF-16 code units.</summary>
    public int LongestWord { get; }

    /// <summary>Gets the code of every UTF-16 code unit.</summary>
    public ReadOnlySpan<ushort> Codes => MemoryMarshal.Cast<byte, ushort>(_table.Body[(FixedLength + (_codeCount + _slotCount) * sizeof(ulong))..]);

    /// <summary>Gets the double array. Slot c holds the first character with code c.</summary>
    public ReadOnlySpan<ulong> Slots => MemoryMarshal.Cast<byte, ulong>(_table.Body.Slice(FixedLength + _codeCount * sizeof(ulong), _slotCount * sizeof(ulong)));

    /// <summary>Gets the prices of each character as beginning, middle and end of an unknown word, and alone: 16 bits each, from the lowest.</summary>
    public ReadOnlySpan<ulong> Emissions => MemoryMarshal.Cast<byte, ulong>(_table.Body.Slice(FixedLength, _codeCount * sizeof(ulong)));

    /// <summary>Gets the prices between the positions of unknown words; see <see cref="UnknownWords"/>.</summary>
    public ReadOnlySpan<int> Transitions => MemoryMarshal.Cast<byte, int>(_table.Body[..FixedLength])[4..];

    /// <summary>Takes a lexicon that was built or read elsewhere.</summary>
    /// <param name="bytes">The whole file; copied.</param>
    /// <exception cref="InvalidDataException">The bytes are no lexicon of this version, or damaged.</exception>
    public static Lexicon FromBytes(ReadOnlySpan<byte> bytes) =>
        new(EmbeddedTable.FromBytes(bytes, "lexicon", Magic, Version), "lexicon", checksIndexes: true);

    /// <summary>Looks a word up.</summary>
    /// <param name="word">The word.</param>
    /// <param name="logProbability">The natural logarithm of its probability.</param>
    public bool TryGet(ReadOnlySpan<char> word, out double logProbability)
    {
        int cost = GetCost(word);
        logProbability = -cost / (double)Scale;
        return cost != 0;
    }

    /// <summary>Finds the price of a word; 0 when the lexicon does not have it.</summary>
    public int GetCost(ReadOnlySpan<char> word)
    {
        ulong slot = Find(word);
        return WordTrie.Cost(slot);
    }

    /// <summary>Asks for what is looked up of words in a text to be brought near: the second step of each search, which is the first that is far.</summary>
    public unsafe void Prefetch(ReadOnlySpan<char> text)
    {
        if (!Sse.IsSupported) return;
        ReadOnlySpan<ulong> slots = Slots;
        ReadOnlySpan<ushort> codes = Codes;
        // The table does not move: it is part of the mapped assembly, or of an array that is pinned.
        var first = (ulong*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(slots));
        for (int i = 0; i + 1 < text.Length; i++) Sse.Prefetch0(first + WordTrie.Base(slots[codes[text[i]]]) + codes[text[i + 1]]);
    }

    /// <summary>Finds the longest word of two characters or more that starts at a position.</summary>
    /// <returns>Its length; 1 when there is none and 0 at the end of the text.</returns>
    public int LongestAt(ReadOnlySpan<char> text, int start)
    {
        ReadOnlySpan<ulong> slots = Slots;
        ReadOnlySpan<ushort> codes = Codes;
        if (start >= text.Length) return 0;
        int longest = 1;
        int childBase = WordTrie.Base(slots[codes[text[start]]]);
        for (int i = start + 1; i < text.Length && childBase != 0; i++)
        {
            int code = codes[text[i]];
            ulong slot = slots[childBase + code];
            if (WordTrie.Code(slot) != code) break;
            if (WordTrie.Cost(slot) != 0) longest = i + 1 - start;
            childBase = WordTrie.Base(slot);
        }
        return longest;
    }

    /// <summary>Finds the longest word of two characters or more that ends at a position.</summary>
    /// <returns>Its length; 1 when there is none and 0 at the start of the text.</returns>
    public int LongestBefore(ReadOnlySpan<char> text, int end)
    {
        for (int length = Math.Min(LongestWord, end); length > 1; length--)
            if (GetCost(text.Slice(end - length, length)) != 0)
                return length;
        return Math.Min(1, end);
    }

    /// <summary>Adds up the most probable division of a window into words.</summary>
    /// <param name="window">Some text, best begun and ended at punctuation or some words away from what is compared.</param>
    /// <returns>
    /// The negative natural logarithm of the probability: lower is more probable. A character that is no word is priced as the rarest word;
    /// what no word contains (punctuation, white space) costs nothing.
    /// </returns>
    public double Cost(ReadOnlySpan<char> window) => WordGraph.Cost(this, window) / (double)Scale;

    // What the word graph relies on when it indexes without checks. Of the embedded lexicon a test says so.
    private void CheckIndexes(string name)
    {
        int highestCode = 0;
        foreach (ushort code in Codes) highestCode = Math.Max(highestCode, code);
        uint highestBase = 0;
        foreach (ulong slot in Slots) highestBase = Math.Max(highestBase, (uint)WordTrie.Base(slot));
        if (highestCode >= _codeCount || highestBase + (long)_codeCount > _slotCount || LongestWord > WordGraph.LongestWord)
            throw new InvalidDataException($"{name}: its tables point outside themselves. Build it again.");
    }

    private ulong Find(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty) return WordTrie.Empty;
        ReadOnlySpan<ulong> slots = Slots;
        ReadOnlySpan<ushort> codes = Codes;
        ulong slot = slots[codes[word[0]]];
        foreach (char c in word[1..])
        {
            int code = codes[c];
            int childBase = WordTrie.Base(slot);
            if (childBase == 0) return WordTrie.Empty;
            slot = slots[childBase + code];
            if (WordTrie.Code(slot) != code) return WordTrie.Empty;
        }
        return slot;
    }
}
