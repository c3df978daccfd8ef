using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TextRepair.Models;

/// <summary>The weights of a linear model whose features are known by their hashes only.</summary>
/// <remarks>
/// The file: the magic number TRHW, format version, kind, bits of the number of slots (each an int32), scale (a float),
/// checksum (FNV-1a of the slots), then 2^bits slots of two bytes; little-endian. A slot is a fingerprint of 11 bits (0: empty)
/// and a level of 5 bits; a weight is the square of its level with its sign, so that small weights keep fine steps. Eight
/// slots in a row are a bucket, which the upper bits of the hash choose. A feature that training did not keep is taken for
/// another one about four times in a thousand.
/// </remarks>
internal sealed class HashedWeights
{
    private const uint Magic = 0x57485254;
    private const int Version = 1;
    private const int HeaderLength = 24;
    private const int BucketBits = 3, BucketSize = 1 << BucketBits;
    private const float LargestWeight = 3;
    private const int LevelBits = 5, MiddleLevel = 1 << (LevelBits - 1), LargestLevel = MiddleLevel - 1, FingerprintMask = (1 << (16 - LevelBits)) - 1;

    // The weight of every level.
    private static readonly int[] Weights = [.. Enumerable.Range(-MiddleLevel, 1 << LevelBits).Select(level => level * Math.Abs(level))];

    private readonly ushort[] _slots;
    private readonly int _shift;

    private HashedWeights(ushort[] slots, int bits, float scale) => (_slots, _shift, Scale) = (slots, 32 - bits + BucketBits, scale);

    /// <summary>Gets what one step of a weight is worth in natural log-odds.</summary>
    public float Scale { get; }

    /// <summary>Gets the weight of a feature, in steps of <see cref="Scale"/>; 0 for a feature that is not known.</summary>
    public int this[uint feature]
    {
        get
        {
            // The eight slots of a bucket are compared at once. In range: a bucket's number has as many bits as there are buckets.
            ref ushort bucket = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_slots), (int)(feature >> _shift) * BucketSize);
            Vector128<ushort> same = Vector128.Equals(Vector128.LoadUnsafe(ref bucket) >>> LevelBits, Vector128.Create((ushort)Fingerprint(feature)));
            uint found = same.AsByte().ExtractMostSignificantBits();
            // Without a branch: whether a feature is known is a coin toss, and a wrong guess would cost more than all the rest.
            int level = Unsafe.Add(ref bucket, (BitOperations.TrailingZeroCount(found) >> 1) & (BucketSize - 1)) & ((1 << LevelBits) - 1);
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
    /// <exception cref="InvalidDataException">The model is missing, of another version, or damaged.</exception>
    public static HashedWeights Load(string name, ModelKind kind)
    {
        using Stream stream = typeof(HashedWeights).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"{name}: the model is not embedded in this assembly. Build TextRepair from its project file.");
        // Tables of this kind are at most a few megabytes: one copy costs a millisecond and keeps the reading safe.
        byte[] file = new byte[stream.Length];
        stream.ReadExactly(file);
        return Parse(file, name, kind);
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">The bytes are of another version or kind, or damaged.</exception>
    public static HashedWeights Parse(ReadOnlySpan<byte> file, string name, ModelKind kind)
    {
        if (file.Length < HeaderLength || BinaryPrimitives.ReadUInt32LittleEndian(file) != Magic)
            throw new InvalidDataException($"{name}: expected a table of weights (TRHW), found something else.");
        int version = BinaryPrimitives.ReadInt32LittleEndian(file[4..]), found = BinaryPrimitives.ReadInt32LittleEndian(file[8..]);
        if (version != Version) throw new InvalidDataException($"{name}: expected format version {Version}, found {version}. Train the model again.");
        if (found != (int)kind) throw new InvalidDataException($"{name}: expected a model of kind {kind}, found {(ModelKind)found}.");
        int bits = BinaryPrimitives.ReadInt32LittleEndian(file[12..]);
        ReadOnlySpan<byte> slots = file[HeaderLength..];
        if (bits is < 8 or > 24 || slots.Length != 2 << bits)
            throw new InvalidDataException($"{name}: expected 2^{bits} weights of two bytes, found {slots.Length} bytes.");
        if (Checksum(slots) != BinaryPrimitives.ReadUInt32LittleEndian(file[20..]))
            throw new InvalidDataException($"{name}: the checksum does not match; the file is damaged.");
        ushort[] table = new ushort[1 << bits];
        for (int i = 0; i < table.Length; i++) table[i] = BinaryPrimitives.ReadUInt16LittleEndian(slots[(2 * i)..]);
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
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(20), Checksum(file.AsSpan(HeaderLength)));
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

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        uint hash = 2166136261;
        foreach (byte value in bytes) hash = (hash ^ value) * 16777619;
        return hash;
    }
}
