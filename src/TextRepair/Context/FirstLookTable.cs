using System.Buffers.Binary;

namespace TextRepair.Context;

/// <summary>Where a weight stands in the table of <see cref="FirstLook"/>.</summary>
/// <remarks>A bucket of 32 bytes holds ten 2-byte keys, then ten 1-byte weights; a key of 0 marks an empty cell.</remarks>
internal static class FirstLookTable
{
    /// <summary>The length of a bucket in bytes.</summary>
    public const int BucketLength = 32;

    /// <summary>How many weights a bucket holds.</summary>
    public const int Cells = 10;

    /// <summary>Where the weights of a bucket begin, in bytes.</summary>
    public const int Weights = Cells * sizeof(ushort);

    // 256 KB: what is asked for again and again stays in the second-level cache.
    private const int BucketBits = 13;

    private const ulong Mix = 0x9E3779B97F4A7C15;

    /// <summary>The length of the table in bytes.</summary>
    public const int Length = BucketLength << BucketBits;

    /// <summary>Hashes a feature of an expert.</summary>
    public static ulong HashOf(int expert, uint feature) => (((ulong)expert << FeatureExtractor.KeyBits) | feature) * Mix;

    /// <summary>The number of the bucket that may hold a weight.</summary>
    public static int BucketOf(ulong hash) => (int)(hash >> (64 - BucketBits));

    /// <summary>The key that tells weights of one bucket apart: never 0.</summary>
    public static ushort KeyOf(ulong hash) => (ushort)((hash >> (48 - BucketBits)) | 1);

    /// <summary>Makes the table; of the weights that share a bucket the largest find room.</summary>
    /// <param name="experts">The experts, by number.</param>
    public static byte[] Make(IReadOnlyList<ExpertData> experts)
    {
        byte[] table = new byte[Length];
        IEnumerable<(ulong Hash, sbyte Weight)> weights = experts
            .SelectMany((expert, number) => expert.FirstLook.Select(w => (Hash: HashOf(number, w.Feature), w.Weight)))
            .OrderByDescending(w => Math.Abs((int)w.Weight)).ThenBy(w => w.Hash);
        foreach ((ulong hash, sbyte weight) in weights) Place(table.AsSpan(BucketOf(hash) * BucketLength, BucketLength), KeyOf(hash), weight);
        return table;
    }

    private static void Place(Span<byte> bucket, ushort key, sbyte weight)
    {
        for (int cell = 0; cell < Cells; cell++)
        {
            Span<byte> own = bucket.Slice(cell * sizeof(ushort), sizeof(ushort));
            ushort other = BinaryPrimitives.ReadUInt16LittleEndian(own);
            if (other == key) return;
            if (other != 0) continue;
            BinaryPrimitives.WriteUInt16LittleEndian(own, key);
            bucket[Weights + cell] = (byte)weight;
            return;
        }
    }
}
