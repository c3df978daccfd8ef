using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
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

    /// <summary>How many of them the first look sees.</summary>
    public const int NearestCount = 8;

    /// <summary>How far those reach, in folded characters.</summary>
    public const int NearestReach = 3;

    /// <summary>How far a feature may reach, in folded characters.</summary>
    public const int Far = 20;

    private const int NarrowContext = 11;
    private const int Near = 8;
    private const int LongestWord = 4;
    private const int FirstWord = 24; // these places of the templates hold nothing
    private const int Words = 8;

    private const int Middle = Surroundings.Middle;
    private const ulong Mix = 0xD6E8FEB86659FD93;

    // The four characters of each feature by their places in the window, and what is mixed in to tell templates apart.
    private static readonly ushort[] Places = [.. Templates().SelectMany(template => (ushort[])[template.A, template.B, template.C, template.D])];
    private static readonly ulong[] Seeds = [.. Templates().Select(template => SeedOf(template.Number))];
    private static readonly ushort[] NearestPlaces = [.. NearestFeatures.ToArray().SelectMany(i => Places[(4 * i)..((4 * i) + 4)])];
    private static readonly ulong[] NearestSeeds = [.. NearestFeatures.ToArray().Select(i => Seeds[i])];

    /// <summary>Gets a number for the two characters on either side: equal contexts are one witness, not many.</summary>
    public static uint NarrowContextOf(ReadOnlySpan<uint> features) => features[NarrowContext];

    /// <summary>Extracts the features of one place.</summary>
    /// <param name="text">The folded text.</param>
    /// <param name="start">Where the word in question starts.</param>
    /// <param name="end">Where it ends, exclusive.</param>
    /// <param name="features">Receives <see cref="Count"/> features.</param>
    public static void Extract(ReadOnlySpan<char> text, int start, int end, Span<uint> features)
    {
        var around = new Surroundings();
        around.Read(text, start, end);
        ExtractCharacters(around, features);
        ExtractWords(around, features);
    }

    /// <summary>Extracts all features that look at characters alone; the places of the others hold nothing that means anything.</summary>
    public static void ExtractCharacters(Surroundings around, Span<uint> features) => Hash(around.Window, Places, Seeds, features[..Count]);

    /// <summary>Gets which of the features the first look sees: the nearest characters, alone and together. Twice as many say little more.</summary>
    public static ReadOnlySpan<int> NearestFeatures => [0, 1, 2, 4, 5, 6, 8, NarrowContext];

    /// <summary>Extracts the features that the first look sees.</summary>
    /// <param name="window">A window as that of <see cref="Surroundings"/>, the <see cref="NearestReach"/> characters next to its middle being read.</param>
    /// <param name="features">Receives <see cref="NearestCount"/> features.</param>
    public static void ExtractNearest(ReadOnlySpan<char> window, Span<uint> features) => Hash(window, NearestPlaces, NearestSeeds, features[..NearestCount]);

    /// <summary>Gets the number of <see cref="NarrowContextOf"/> from the features that the first look sees.</summary>
    public static uint NarrowContextOfNearest(ReadOnlySpan<uint> features) => features[NearestCount - 1];

    /// <summary>Asks for what <see cref="ExtractWords"/> looks up to be brought near.</summary>
    public static void PrefetchWords(Surroundings around)
    {
        Lexicon.Default.Prefetch(Nearest(around.Before, 2 * LongestWord));
        Lexicon.Default.Prefetch(around.Behind[..Math.Min(2 * LongestWord, around.Behind.Length)]);
    }

    /// <summary>Extracts the features that look at words: the two before the place and the two behind it, alone and in pairs, each the longest of the lexicon, or a character.</summary>
    public static void ExtractWords(Surroundings around, Span<uint> features)
    {
        ReadOnlySpan<char> before = around.Before, behind = around.Behind;
        ulong left = LastWord(ref before), further = LastWord(ref before);
        ulong right = FirstWordOf(ref behind), beyond = FirstWordOf(ref behind);
        Span<uint> words = features.Slice(FirstWord, Words);
        words[0] = HashPair(51, left, 0);
        words[1] = HashPair(52, right, 0);
        words[2] = HashPair(53, left, right);
        words[3] = HashPair(54, further, left);
        words[4] = HashPair(55, right, beyond);
        words[5] = HashPair(56, further, 0);
        words[6] = HashPair(57, beyond, 0);
        words[7] = HashPair(58, further, right);
    }

    /// <summary>Hashes feature after feature: the slow twin of <see cref="HashWide"/>.</summary>
    internal static void HashEach(ReadOnlySpan<char> window, Span<uint> features) => HashEachOf(window, Places, Seeds, features);

    /// <summary>Hashes eight features at a time. Only where the processor has AVX-512 BW and DQ.</summary>
    internal static void HashWide(ReadOnlySpan<char> window, Span<uint> features) => HashWideOf(window, Places, Seeds, features);

    private static void Hash(ReadOnlySpan<char> window, ushort[] places, ulong[] seeds, Span<uint> features)
    {
        if (Avx512BW.IsSupported && Avx512DQ.IsSupported) HashWideOf(window, places, seeds, features);
        else HashEachOf(window, places, seeds, features);
    }

    private static void HashEachOf(ReadOnlySpan<char> window, ushort[] allPlaces, ulong[] seeds, Span<uint> features)
    {
        for (int i = 0; i < features.Length; i++)
        {
            ReadOnlySpan<ushort> places = allPlaces.AsSpan(4 * i, 4);
            ulong characters = window[places[0]] | ((ulong)window[places[1]] << 16) | ((ulong)window[places[2]] << 32) | ((ulong)window[places[3]] << 48);
            features[i] = Hash(characters, seeds[i]);
        }
    }

    private static void HashWideOf(ReadOnlySpan<char> window, ushort[] allPlaces, ulong[] allSeeds, Span<uint> features)
    {
        ref ushort characters = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(window));
        ref ushort places = ref MemoryMarshal.GetArrayDataReference(allPlaces);
        ref ulong seeds = ref MemoryMarshal.GetArrayDataReference(allSeeds);
        Vector512<ushort> before = Vector512.LoadUnsafe(ref characters), behind = Vector512.LoadUnsafe(ref characters, Middle);
        var mix = Vector512.Create(Mix);
        int last = features.Length - Vector512<ulong>.Count;
        for (int i = 0; ; i = Math.Min(i + Vector512<ulong>.Count, last))
        {
            // In range: four places and one seed for each feature; the last step may do some features again.
            Vector512<ushort> four = Avx512BW.PermuteVar32x16x2(before, Vector512.LoadUnsafe(ref places, (nuint)(4 * i)), behind);
            Vector512<ulong> hash = (four.AsUInt64() ^ Vector512.LoadUnsafe(ref seeds, (nuint)i)) * mix;
            hash = (hash ^ (hash >>> 32)) * mix;
            Avx512F.ConvertToVector256UInt32(hash >>> (64 - KeyBits)).CopyTo(features[i..]);
            if (i == last) return;
        }
    }

    // Characters to the left and to the right are counted from the word outwards.
    private static List<FeatureTemplate> Templates()
    {
        static ushort L(int i) => (ushort)(Middle - 1 - i);
        static ushort R(int i) => (ushort)(Middle + i);
        List<FeatureTemplate> all =
        [
            new(1, L(0)), new(2, L(1), L(0)), new(3, L(2), L(1), L(0)), new(4, L(3), L(2), L(1), L(0)),
            new(5, R(0)), new(6, R(0), R(1)), new(7, R(0), R(1), R(2)), new(8, R(0), R(1), R(2), R(3)),
            new(9, L(0), R(0)), new(10, L(1), L(0), R(0)), new(11, L(0), R(0), R(1)), new(12, L(1), L(0), R(0), R(1)),
            new(13, L(1)), new(14, R(1)), new(15, L(2), L(1)), new(16, R(1), R(2)),
            new(17, L(3), L(2)), new(18, R(2), R(3)), new(19, L(4), L(3)), new(20, R(3), R(4)),
            new(21, L(2), L(1), L(0), R(0)), new(22, L(0), R(0), R(1), R(2)), new(23, L(3), L(2), L(1)), new(24, R(1), R(2), R(3)),
            .. Enumerable.Repeat(default(FeatureTemplate), Words),
        ];
        for (int i = 0; i < Near - 1; i++) all.AddRange([new(31, L(i + 1), L(i)), new(32, R(i), R(i + 1))]);
        for (int i = 0; i < Far - 1; i++) all.AddRange([new(33, L(i + 1), L(i)), new(33, R(i), R(i + 1))]);
        return all;
    }

    private static ReadOnlySpan<char> Nearest(ReadOnlySpan<char> before, int most) => before[Math.Max(0, before.Length - most)..];

    private static ulong LastWord(ref ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> last = Nearest(text, LongestWord);
        if (last.IsEmpty) return 0;
        int length = Math.Max(1, Lexicon.Default.LongestBefore(last, last.Length));
        text = text[..^length];
        return Hash(last[^length..]);
    }

    private static ulong FirstWordOf(ref ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> first = text[..Math.Min(LongestWord, text.Length)];
        if (first.IsEmpty) return 0;
        int length = Math.Max(1, Lexicon.Default.LongestAt(first, 0));
        text = text[length..];
        return Hash(first[..length]);
    }

    private static ulong Hash(ReadOnlySpan<char> word)
    {
        ulong hash = 1;
        foreach (char c in word) hash = ((hash ^ c) * 0x9E3779B97F4A7C15) + 7;
        return hash;
    }

    private static uint HashPair(uint template, ulong a, ulong b) => Hash(a ^ (b * 31), SeedOf(template));

    private static ulong SeedOf(uint template) => template * 0x9E3779B97F4A7C15;

    private static uint Hash(ulong content, ulong seed)
    {
        ulong hash = (content ^ seed) * Mix;
        hash = (hash ^ (hash >> 32)) * Mix;
        return (uint)(hash >> (64 - KeyBits));
    }
}
