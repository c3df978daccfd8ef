using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using TextRepair.Models;

namespace TextRepair.Pairing;

/// <summary>How often characters stand alone, in pairs and in threes in clean text: two that hardly ever meet have a quote between them.</summary>
/// <remarks>
/// Slots of two bytes: a fingerprint of 11 bits (0: empty) and a level of 5 bits. Eight slots in a row are a bucket, which the
/// upper bits of the hash choose; one that was not kept is taken for another one about four times in a thousand.
/// </remarks>
internal readonly ref struct QuoteNgrams(ReadOnlySpan<byte> table)
{
    /// <summary>The length of a table in bytes.</summary>
    public const int TableLength = sizeof(ushort) << Bits;

    /// <summary>The highest level.</summary>
    public const int MostLevel = (1 << LevelBits) - 1;

    private const int Bits = 20, BucketBits = 3, BucketSize = 1 << BucketBits, LevelBits = 5;
    private const uint Template = 261;
    private const double Step = 1.5;

    private readonly ReadOnlySpan<ushort> _slots = MemoryMarshal.Cast<byte, ushort>(table);

    /// <summary>Hashes a character, a pair or three characters.</summary>
    public static uint Hash(uint a, uint b = 0, uint c = 0) => FeatureHash.Of(Template, a, b, c);

    /// <summary>Gets the level of a count: each is half as much again as the one before.</summary>
    public static uint Level(int count) => (uint)Math.Clamp(1 + (int)Math.Floor(Math.Log(Math.Max(1, count)) / Math.Log(Step)), 1, MostLevel);

    /// <summary>Looks characters up.</summary>
    /// <returns>The level of their count; 0 where they were not kept.</returns>
    public int Find(uint hash)
    {
        if (_slots.IsEmpty) return 0;
        ReadOnlySpan<ushort> bucket = _slots.Slice(BucketOf(hash), BucketSize);
        uint found = Vector128.Equals(Vector128.Create(bucket) >>> LevelBits, Vector128.Create((ushort)Fingerprint(hash))).ExtractMostSignificantBits();
        return found == 0 ? 0 : bucket[BitOperations.TrailingZeroCount(found)] & MostLevel;
    }

    /// <summary>Writes a table.</summary>
    /// <param name="counts">Counts by hash, the most important first; what finds no room is left out.</param>
    /// <param name="table">Receives it; empty.</param>
    public static void Format(IEnumerable<KeyValuePair<uint, int>> counts, Span<byte> table)
    {
        Span<ushort> slots = MemoryMarshal.Cast<byte, ushort>(table);
        foreach ((uint hash, int count) in counts)
        {
            Span<ushort> bucket = slots.Slice(BucketOf(hash), BucketSize);
            int free = bucket.IndexOf((ushort)0);
            if (free >= 0) bucket[free] = (ushort)((Fingerprint(hash) << LevelBits) | Level(count));
        }
    }

    private static int BucketOf(uint hash) => (int)(hash >> (32 - Bits + BucketBits)) * BucketSize;

    private static uint Fingerprint(uint hash) => Math.Max(1, hash & ((1u << (16 - LevelBits)) - 1));
}
