using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace TextRepair.Models;

/// <summary>The weights of a linear model whose features are known by their hashes only.</summary>
/// <remarks>
/// The file: the magic number TRHW, format version, kind, bits of the number of slots (each an int32), scale (a float),
/// checksum (the lower half of that of <see cref="EmbeddedTable"/>; in version 1 FNV-1a of the slots), then 2^bits slots of two bytes; little-endian. A slot is a fingerprint of 11 bits (0: empty)
/// and a level of 5 bits; a weight is the square of its level with its sign, so that small weights keep fine steps. Eight
/// slots in a row are a bucket, which the upper bits of the hash choose. A feature that training did not keep is taken for
/// another one about four times in a thousand.
/// </remarks>
internal sealed unsafe class HashedWeights
{
    private const uint Magic = 0x57485254;
    private const int Version = 2, SlowVersion = 1;
    private const int HeaderLength = 24;
    private const int BucketBits = 3, BucketSize = 1 << BucketBits;
    private const float LargestWeight = 3;
    private const int LevelBits = 5, MiddleLevel = 1 << (LevelBits - 1), LargestLevel = MiddleLevel - 1, FingerprintMask = (1 << (16 - LevelBits)) - 1;

    // The weight of every level.
    private static readonly int[] Weights = [.. Enumerable.Range(-MiddleLevel, 1 << LevelBits).Select(level => level * Math.Abs(level))];

    private readonly EmbeddedTable _file; // keeps the memory behind _slots alive
    private readonly ushort* _slots;
    private readonly int _shift;

    private HashedWeights(EmbeddedTable file, int bits, float scale)
    {
        fixed (byte* start = file.Bytes[HeaderLength..]) _slots = (ushort*)start; // which never moves
        (_file, _shift, Scale) = (file, 32 - bits + BucketBits, scale);
    }

    /// <summary>Gets what one step of a weight is worth in natural log-odds.</summary>
    public float Scale { get; }

    /// <summary>Gets the weight of a feature, in steps of <see cref="Scale"/>; 0 for a feature that is not known.</summary>
    public int this[uint feature]
    {
        get
        {
            // The eight slots of a bucket are compared at once. In range: a bucket's number has as many bits as there are buckets.
            ushort* bucket = _slots + ((feature >> _shift) * BucketSize);
            Vector128<ushort> same = Vector128.Equals(Vector128.Load(bucket) >>> LevelBits, Vector128.Create((ushort)Fingerprint(feature)));
            uint found = same.AsByte().ExtractMostSignificantBits();
            // Without a branch: whether a feature is known is a coin toss, and a wrong guess would cost more than all the rest.
            int level = bucket[(BitOperations.TrailingZeroCount(found) >> 1) & (BucketSize - 1)] & ((1 << LevelBits) - 1);
            int known = (int)(found | (0 - found)) >> 31;
            return Weights[level] & known;
        }
    }

    /// <summary>Adds the weights of a place's features up, in natural log-odds.</summary>
    public double LogOdds(ReadOnlySpan<uint> features)
    {
        int sum = 0;
        foreach (uint feature in features) sum += this[feature];
        return sum * Scale;
    }

    /// <summary>Reads a model that is embedded in this assembly.</summary>
    /// <exception cref="InvalidDataException">The model is missing or of another version.</exception>
    public static HashedWeights Load(string name, ModelKind kind) => Open(EmbeddedTable.OpenUnchecked(name), name, kind, addsUp: false);

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">The bytes are of another version or kind, or damaged.</exception>
    public static HashedWeights Parse(ReadOnlySpan<byte> file, string name, ModelKind kind) => Open(EmbeddedTable.CopyOf(file), name, kind, addsUp: true);

    private static HashedWeights Open(EmbeddedTable table, string name, ModelKind kind, bool addsUp)
    {
        ReadOnlySpan<byte> file = table.Bytes;
        if (file.Length < HeaderLength || BinaryPrimitives.ReadUInt32LittleEndian(file) != Magic)
            throw new InvalidDataException($"{name}: expected a table of weights (TRHW), found something else.");
        int version = BinaryPrimitives.ReadInt32LittleEndian(file[4..]), found = BinaryPrimitives.ReadInt32LittleEndian(file[8..]);
        if (version is not (Version or SlowVersion)) throw new InvalidDataException($"{name}: expected format version {Version}, found {version}. Train the model again.");
        if (found != (int)kind) throw new InvalidDataException($"{name}: expected a model of kind {kind}, found {(ModelKind)found}.");
        int bits = BinaryPrimitives.ReadInt32LittleEndian(file[12..]);
        ReadOnlySpan<byte> slots = file[HeaderLength..];
        if (bits is < 8 or > 24 || slots.Length != 2 << bits)
            throw new InvalidDataException($"{name}: expected 2^{bits} weights of two bytes, found {slots.Length} bytes.");
        if (addsUp && Checksum(slots, version) != BinaryPrimitives.ReadUInt32LittleEndian(file[20..]))
            throw new InvalidDataException($"{name}: the checksum does not match; the file is damaged.");
        return new HashedWeights(table, bits, BinaryPrimitives.ReadSingleLittleEndian(file[16..]));
    }

    /// <summary>Writes trained weights in the format that <see cref="Parse"/> reads.</summary>
    /// <param name="weights">The weights by feature, the most important first; what finds no room is left out.</param>
    /// <param name="bits">The bits of the number of slots.</param>
    /// <param name="kind">What the weights are for.</param>
    /// <param name="trust">What all sums are multiplied by when the model is read: below 1 it is less sure of itself.</param>
    public static byte[] Format(IEnumerable<KeyValuePair<uint, float>> weights, int bits, ModelKind kind, float trust = 1)
    {
        byte[] file = new byte[HeaderLength + (2 << bits)];
        // A few weights are far larger than the rest; cutting them off costs less than coarse steps for all others.
        const float Scale = LargestWeight / (LargestLevel * LargestLevel);
        ushort[] table = new ushort[1 << bits];
        foreach ((uint feature, float weight) in weights)
        {
            int level = (int)MathF.Round(MathF.Sqrt(Math.Min(Math.Abs(weight), LargestWeight) / Scale)) * Math.Sign(weight);
            if (level != 0) Place(table.AsSpan((int)(feature >> (32 - bits + BucketBits)) * BucketSize, BucketSize), Fingerprint(feature), level);
        }
        for (int i = 0; i < table.Length; i++) BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(HeaderLength + (2 * i)), table[i]);
        BinaryPrimitives.WriteUInt32LittleEndian(file, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), Version);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(8), (int)kind);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(12), bits);
        BinaryPrimitives.WriteSingleLittleEndian(file.AsSpan(16), Scale * trust);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(20), Checksum(file.AsSpan(HeaderLength), Version));
        return file;
    }

    private static void Place(Span<ushort> bucket, int fingerprint, int level)
    {
        foreach (ref ushort slot in bucket)
        {
            if (slot >> LevelBits == fingerprint) return;
            if (slot != 0) continue;
            slot = (ushort)((fingerprint << LevelBits) | (level + MiddleLevel));
            return;
        }
    }

    // The lowest bits of these hashes are the best mixed after the uppermost, which choose the bucket.
    private static int Fingerprint(uint feature) => (int)Math.Max(1, feature & FingerprintMask);

    private static uint Checksum(ReadOnlySpan<byte> bytes, int version)
    {
        if (version == Version) return (uint)EmbeddedTable.Checksum(bytes);
        uint hash = 2166136261;
        foreach (byte value in bytes) hash = (hash ^ value) * 16777619;
        return hash;
    }
}
