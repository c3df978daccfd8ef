using TextRepair.Segmentation;

namespace TextRepair.Context;

/// <summary>Turns the surroundings of a place into hashed features.</summary>
/// <remarks>
/// Positional character n-grams to both sides and across the place, the words next to it, a bag of character pairs for either side, and one for
/// the wider surroundings (features as in Golding and Roth, 1999, on characters). A feature is a number below
/// 2^<see cref="KeyBits"/>.
/// </remarks>
internal static class FeatureExtractor
{
    /// <summary>The width of a feature's number.</summary>
    public const int KeyBits = 22;

    /// <summary>How many features a place has.</summary>
    public const int Count = 84;

    private const int NarrowContext = 11;
    private const int Near = 8;
    /// <summary>How far a feature may reach, in folded characters.</summary>
    public const int Far = 20;
    private const int LongestWord = 4;

    /// <summary>Gets a number for the two characters on either side: equal contexts are one witness, not many.</summary>
    public static uint NarrowContextOf(ReadOnlySpan<uint> features) => features[NarrowContext];

    /// <summary>Extracts the features of one place.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="start">Where the word in question starts.</param>
    /// <param name="end">Where it ends, exclusive.</param>
    /// <param name="features">Receives <see cref="Count"/> features.</param>
    public static void Extract(ReadOnlySpan<char> text, int start, int end, Span<uint> features)
    {
        Span<char> l = stackalloc char[Far];
        Span<char> r = stackalloc char[Far];
        for (int i = 0; i < Far; i++)
        {
            l[i] = start - 1 - i >= 0 ? text[start - 1 - i] : CharacterClasses.Space;
            r[i] = end + i < text.Length ? text[end + i] : CharacterClasses.Space;
        }
        var keys = new KeyWriter(features);
        keys.Add(1, l[0]);
        keys.Add(2, l[1], l[0]);
        keys.Add(3, l[2], l[1], l[0]);
        keys.Add(4, l[3], l[2], l[1], l[0]);
        keys.Add(5, r[0]);
        keys.Add(6, r[0], r[1]);
        keys.Add(7, r[0], r[1], r[2]);
        keys.Add(8, r[0], r[1], r[2], r[3]);
        keys.Add(9, l[0], r[0]);
        keys.Add(10, l[1], l[0], r[0]);
        keys.Add(11, l[0], r[0], r[1]);
        keys.Add(12, l[1], l[0], r[0], r[1]);
        keys.Add(13, l[1]);
        keys.Add(14, r[1]);
        keys.Add(15, l[2], l[1]);
        keys.Add(16, r[1], r[2]);
        keys.Add(17, l[3], l[2]);
        keys.Add(18, r[2], r[3]);
        keys.Add(19, l[4], l[3]);
        keys.Add(20, r[3], r[4]);
        keys.Add(21, l[2], l[1], l[0], r[0]);
        keys.Add(22, l[0], r[0], r[1], r[2]);
        keys.Add(23, l[3], l[2], l[1]);
        keys.Add(24, r[1], r[2], r[3]);
        AddWords(text, start, end, ref keys);
        for (int i = 0; i < Near - 1; i++)
        {
            keys.Add(31, l[i + 1], l[i]);
            keys.Add(32, r[i], r[i + 1]);
        }
        for (int i = 0; i < Far - 1; i++)
        {
            keys.Add(33, l[i + 1], l[i]);
            keys.Add(33, r[i], r[i + 1]);
        }
    }

    // The two words before the place and the two behind it, alone and in pairs: the longest of the lexicon, or a character.
    private static void AddWords(ReadOnlySpan<char> text, int start, int end, ref KeyWriter keys)
    {
        ulong left = WordBefore(text, ref start), further = WordBefore(text, ref start);
        ulong right = WordAfter(text, ref end), beyond = WordAfter(text, ref end);
        keys.AddPair(51, left, 0);
        keys.AddPair(52, right, 0);
        keys.AddPair(53, left, right);
        keys.AddPair(54, further, left);
        keys.AddPair(55, right, beyond);
        keys.AddPair(56, further, 0);
        keys.AddPair(57, beyond, 0);
        keys.AddPair(58, further, right);
    }

    private static ulong WordBefore(ReadOnlySpan<char> text, ref int end)
    {
        int from = Math.Max(0, end - LongestWord);
        if (from == end) return 0;
        int length = Math.Max(1, Lexicon.Default.LongestBefore(text[from..end], end - from));
        end -= length;
        return Hash(text.Slice(end, length));
    }

    private static ulong WordAfter(ReadOnlySpan<char> text, ref int start)
    {
        ReadOnlySpan<char> rest = text.Slice(start, Math.Min(LongestWord, text.Length - start));
        if (rest.Length == 0) return 0;
        int length = Math.Max(1, Lexicon.Default.LongestAt(rest, 0));
        start += length;
        return Hash(rest[..length]);
    }

    private static ulong Hash(ReadOnlySpan<char> word)
    {
        ulong hash = 1;
        foreach (char c in word) hash = ((hash ^ c) * 0x9E3779B97F4A7C15) + 7;
        return hash;
    }

    private ref struct KeyWriter(Span<uint> keys)
    {
        private readonly Span<uint> _keys = keys;
        private int _count;

        public void AddPair(uint template, ulong a, ulong b) => Add(a ^ (b * 31), template);

        public void Add(uint template, char a, char b = '\0', char c = '\0', char d = '\0')
        {
            ulong characters = a | ((ulong)b << 16) | ((ulong)c << 32) | ((ulong)d << 48);
            Add(characters, template);
        }

        private void Add(ulong content, uint template)
        {
            ulong hash = (content ^ (template * 0x9E3779B97F4A7C15)) * 0xD6E8FEB86659FD93;
            hash = (hash ^ (hash >> 32)) * 0xD6E8FEB86659FD93;
            _keys[_count++] = (uint)(hash >> (64 - KeyBits));
        }
    }
}
