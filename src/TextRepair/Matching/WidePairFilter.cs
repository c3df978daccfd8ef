using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using TextRepair.Models;

namespace TextRepair.Matching;

/// <summary>Does what <see cref="PairFilter"/> does for sixty-four places at once, where the processor can look up bytes in registers.</summary>
/// <remarks>
/// After Hyperscan's Teddy: patterns are dealt out to sixteen buckets; a character is split into its lower seven bits and the
/// seven bits above, and each half has a table of 128 entries that tells the buckets in which a first character, or a second
/// one, has this half. A pattern may begin where all four entries have a bucket in common. The two uppermost bits are not
/// looked at: some places are let through that need not be, none is held back.
/// </remarks>
internal sealed class WidePairFilter
{
    /// <summary>How many places are looked at together.</summary>
    public const int Block = 64;

    private const int Buckets = 16;
    private const int Halves = 4; // of the first character and of the second, lower and upper
    private const int Entries = 128;
    private const int HalfBits = 7;

    // Where too many places pass, looking at them all costs more than the filter saves.
    private const double MostPassing = 0.25;
    private const double UsualHalves = 48; // upper halves of the characters that are frequent in Chinese text

    // For each half 128 entries for the first eight buckets, then for the others.
    private readonly byte[] _tables = new byte[Halves * 2 * Entries];

    // How many entries each bucket has in each half.
    private readonly int[] _sizes = new int[Buckets * Halves];

    private WidePairFilter(IEnumerable<string> patterns)
    {
        // Single characters first: their bucket takes any second character, and others may as well share it.
        foreach (string pattern in patterns.OrderBy(pattern => Math.Min(pattern.Length, 2)).ThenBy(pattern => pattern, StringComparer.Ordinal)) Put(pattern);
    }

    /// <summary>Makes a filter.</summary>
    /// <param name="patterns">The patterns; not empty ones.</param>
    /// <returns>The filter; null where the processor cannot do it, or the patterns are so many that it would hold little back.</returns>
    public static WidePairFilter? TryCreate(IReadOnlyCollection<string> patterns)
    {
        if (!Avx512Vbmi.IsSupported || patterns.Count > Buckets * Entries) return null;
        var filter = new WidePairFilter(patterns);
        return filter.Passing() <= MostPassing ? filter : null;
    }

    /// <summary>Tells whether a pattern may begin with these two characters: what <see cref="Scan"/> looks up at once.</summary>
    public bool MayBegin(char first, char second)
    {
        for (int group = 0; group < 2; group++)
            if ((Entry(0, group, first) & Entry(1, group, first >> HalfBits) & Entry(2, group, second) & Entry(3, group, second >> HalfBits)) != 0) return true;
        return false;
    }

    /// <summary>Looks at block after block.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where to begin.</param>
    /// <param name="hits">Receives for each block a bit for each place where a pattern may begin, from the lowest.</param>
    /// <returns>How many blocks were looked at: as many as there is room for, and none that reaches the last character.</returns>
    public int Scan(ReadOnlySpan<char> text, int start, Span<ulong> hits)
    {
        int blocks = Math.Min(hits.Length, (text.Length - start - 1) / Block);
        // No index can leave its range: the last block ends one character before the end of the text, and permutations take
        // seven bits of an index.
        ref ushort characters = ref Unsafe.Add(ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text)), start);
        ref byte t = ref MemoryMarshal.GetArrayDataReference(_tables);
        Vector512<byte> evens = LowerBytes.Places;
        Vector512<byte> a0 = Table(ref t, 0), a1 = Table(ref t, 1), b0 = Table(ref t, 2), b1 = Table(ref t, 3);
        Vector512<byte> c0 = Table(ref t, 4), c1 = Table(ref t, 5), d0 = Table(ref t, 6), d1 = Table(ref t, 7);
        Vector512<byte> e0 = Table(ref t, 8), e1 = Table(ref t, 9), f0 = Table(ref t, 10), f1 = Table(ref t, 11);
        Vector512<byte> g0 = Table(ref t, 12), g1 = Table(ref t, 13), h0 = Table(ref t, 14), h1 = Table(ref t, 15);
        for (int block = 0; block < blocks; block++)
        {
            Split(ref Unsafe.Add(ref characters, block * Block), evens, out Vector512<byte> lower, out Vector512<byte> upper);
            Split(ref Unsafe.Add(ref characters, (block * Block) + 1), evens, out Vector512<byte> nextLower, out Vector512<byte> nextUpper);
            Vector512<byte> group = Avx512Vbmi.PermuteVar64x8x2(a0, lower, a1) & Avx512Vbmi.PermuteVar64x8x2(c0, upper, c1)
                & Avx512Vbmi.PermuteVar64x8x2(e0, nextLower, e1) & Avx512Vbmi.PermuteVar64x8x2(g0, nextUpper, g1);
            Vector512<byte> other = Avx512Vbmi.PermuteVar64x8x2(b0, lower, b1) & Avx512Vbmi.PermuteVar64x8x2(d0, upper, d1)
                & Avx512Vbmi.PermuteVar64x8x2(f0, nextLower, f1) & Avx512Vbmi.PermuteVar64x8x2(h0, nextUpper, h1);
            hits[block] = ~Vector512.Equals(group | other, Vector512<byte>.Zero).ExtractMostSignificantBits();
        }
        return blocks;
    }

    private static Vector512<byte> Table(ref byte tables, int number) => Vector512.LoadUnsafe(ref tables, (nuint)(number * Block));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Split(ref ushort characters, Vector512<byte> evens, out Vector512<byte> lower, out Vector512<byte> upper)
    {
        Vector512<ushort> left = Vector512.LoadUnsafe(ref characters), right = Vector512.LoadUnsafe(ref characters, (nuint)Vector512<ushort>.Count);
        lower = LowerBytes.Of(left, evens, right);
        upper = LowerBytes.Of(left >> HalfBits, evens, right >> HalfBits);
    }

    // Into the bucket whose pairs become the fewest more by it.
    private void Put(string pattern)
    {
        int best = 0;
        long fewest = long.MaxValue;
        for (int bucket = 0; bucket < Buckets; bucket++)
        {
            long more = MorePairs(bucket, pattern);
            if (more < fewest) (best, fewest) = (bucket, more);
        }
        for (int half = 0; half < Halves; half++)
        {
            if (HalfOf(pattern, half) is { } entry) Put(best, half, entry);
            else for (int any = 0; any < Entries; any++) Put(best, half, any);
        }
    }

    private void Put(int bucket, int half, int character)
    {
        if (Has(bucket, half, character)) return;
        Entry(half, bucket >> 3, character) |= (byte)(1 << (bucket & 7));
        _sizes[(bucket * Halves) + half]++;
    }

    private bool Has(int bucket, int half, int character) => (Entry(half, bucket >> 3, character) & (1 << (bucket & 7))) != 0;

    private long MorePairs(int bucket, string pattern)
    {
        long pairs = 1, before = 1;
        for (int half = 0; half < Halves; half++)
        {
            int size = SizeOf(bucket, half);
            before *= size;
            pairs *= HalfOf(pattern, half) is not { } entry ? Entries : Has(bucket, half, entry) ? size : size + 1;
        }
        return pairs - before;
    }

    private int SizeOf(int bucket, int half) => _sizes[(bucket * Halves) + half];

    private static int? HalfOf(string pattern, int half) =>
        half < 2 ? pattern[0] >> (half * HalfBits) : pattern.Length > 1 ? pattern[1] >> ((half - 2) * HalfBits) : null;

    // About which part of all places passes, were characters spread evenly.
    private double Passing()
    {
        double passing = 0;
        for (int bucket = 0; bucket < Buckets; bucket++)
            passing += SizeOf(bucket, 0) * SizeOf(bucket, 2) / (double)(Entries * Entries)
                * Math.Min(1, SizeOf(bucket, 1) / UsualHalves) * Math.Min(1, SizeOf(bucket, 3) / UsualHalves);
        return passing;
    }

    private ref byte Entry(int half, int group, int character) => ref _tables[(((half * 2) + group) * Entries) + (character & (Entries - 1))];
}
