using System.Runtime.InteropServices;
using TextRepair.Models;

namespace TextRepair.Pairing;

/// <summary>What is often quoted: how many documents of the training text have a term in quotes.</summary>
/// <remarks>
/// Slots of two bytes: a fingerprint of 14 bits (0: empty) and a level of 2 bits. Eight slots in a row are a bucket, which the
/// upper bits of the hash choose; a term that was never seen is taken for another one about three times in ten thousand.
/// </remarks>
internal readonly ref struct QuoteTerms(ReadOnlySpan<byte> table)
{
    /// <summary>The length of a table in bytes.</summary>
    public const int TableLength = sizeof(ushort) << Bits;

    /// <summary>The longest term that is kept; what is longer is a sentence and comes once.</summary>
    public const int LongestTerm = 24;

    private const int Bits = 17, BucketBits = 3, BucketSize = 1 << BucketBits, LevelBits = 2;
    private const uint Template = 251;

    private readonly ReadOnlySpan<ushort> _slots = MemoryMarshal.Cast<byte, ushort>(table);

    /// <summary>Hashes a term.</summary>
    /// <param name="content">The hash of its characters, as <see cref="QuoteSpan"/> has it.</param>
    /// <param name="length">Its length.</param>
    public static uint Hash(uint content, int length) => FeatureHash.Of(Template, content, (uint)length);

    /// <summary>Gets the level of a number of documents: 0 for none, then 1, from 2, from 4, from 11.</summary>
    public static uint Level(int documents) => documents switch { <= 0 => 0u, 1 => 1, <= 3 => 2, <= 10 => 3, _ => 4 };

    /// <summary>Looks a term up.</summary>
    /// <returns>Its level; 0 where it was never seen quoted.</returns>
    public uint Find(uint hash)
    {
        ReadOnlySpan<ushort> bucket = _slots.Slice(BucketOf(hash), BucketSize);
        uint fingerprint = Fingerprint(hash);
        foreach (ushort slot in bucket) if ((uint)slot >> LevelBits == fingerprint) return (slot & ((1u << LevelBits) - 1)) + 1;
        return 0;
    }

    /// <summary>Writes a table.</summary>
    /// <param name="terms">Terms by hash with their levels, the most important first; what finds no room is left out.</param>
    /// <param name="table">Receives it; empty.</param>
    public static void Format(IEnumerable<KeyValuePair<uint, uint>> terms, Span<byte> table)
    {
        Span<ushort> slots = MemoryMarshal.Cast<byte, ushort>(table);
        foreach ((uint hash, uint level) in terms)
        {
            Span<ushort> bucket = slots.Slice(BucketOf(hash), BucketSize);
            int free = bucket.IndexOf((ushort)0);
            if (free >= 0) bucket[free] = (ushort)((Fingerprint(hash) << LevelBits) | (level - 1));
        }
    }

    private static int BucketOf(uint hash) => (int)(hash >> (32 - Bits + BucketBits)) * BucketSize;

    private static uint Fingerprint(uint hash) => Math.Max(1, hash & ((1u << (16 - LevelBits)) - 1));
}
