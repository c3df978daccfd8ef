using System.Buffers.Binary;

namespace TextRepair.Models;

/// <summary>The weights of a linear model whose features are hashed into one small table.</summary>
/// <remarks>
/// The file: the magic number TRHW, format version, kind, bits of the table (each an int32), scale (a float), checksum (FNV-1a
/// of the weights), then 2^bits signed bytes; little-endian. Equal hashes share a weight, which training has seen and allowed for.
/// </remarks>
internal sealed class HashedWeights
{
    private const uint Magic = 0x57485254;
    private const int Version = 1;
    private const int HeaderLength = 24;
    private const float LargestWeight = 3;

    private readonly sbyte[] _weights;
    private readonly int _shift;

    private HashedWeights(sbyte[] weights, int bits, float scale) => (_weights, _shift, Scale) = (weights, 32 - bits, scale);

    /// <summary>Gets what one step of a weight is worth in natural log-odds.</summary>
    public float Scale { get; }

    /// <summary>Gets the weight of a feature, in steps of <see cref="Scale"/>.</summary>
    public int this[uint feature] => _weights[feature >> _shift];

    /// <summary>Reads a model that is embedded in this assembly.</summary>
    /// <exception cref="InvalidDataException">The model is missing, of another version, or damaged.</exception>
    public static HashedWeights Load(string name, ModelKind kind)
    {
        using Stream stream = typeof(HashedWeights).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"{name}: the model is not embedded in this assembly. Build TextRepair from its project file.");
        // Tables of this kind are a few hundred kilobytes: one copy costs microseconds and keeps the reading safe.
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
        ReadOnlySpan<byte> weights = file[HeaderLength..];
        if (bits is < 8 or > 24 || weights.Length != 1 << bits)
            throw new InvalidDataException($"{name}: expected 2^{bits} weights, found {weights.Length}.");
        if (Checksum(weights) != BinaryPrimitives.ReadUInt32LittleEndian(file[20..]))
            throw new InvalidDataException($"{name}: the checksum does not match; the file is damaged.");
        sbyte[] table = new sbyte[weights.Length];
        System.Runtime.InteropServices.MemoryMarshal.Cast<byte, sbyte>(weights).CopyTo(table);
        return new HashedWeights(table, bits, BinaryPrimitives.ReadSingleLittleEndian(file[16..]));
    }

    /// <summary>Writes trained weights in the format that <see cref="Parse"/> reads.</summary>
    public static byte[] Format(ReadOnlySpan<float> weights, ModelKind kind)
    {
        int bits = System.Numerics.BitOperations.Log2((uint)weights.Length);
        float largest = 0;
        foreach (float weight in weights) largest = Math.Max(largest, Math.Abs(weight));
        // A few weights are far larger than the rest; cutting them off costs less than coarse steps for all others.
        float scale = largest == 0 ? 1 : Math.Min(largest, LargestWeight) / sbyte.MaxValue;
        byte[] file = new byte[HeaderLength + weights.Length];
        for (int i = 0; i < weights.Length; i++) file[HeaderLength + i] = (byte)(sbyte)Math.Clamp(MathF.Round(weights[i] / scale), -sbyte.MaxValue, sbyte.MaxValue);
        BinaryPrimitives.WriteUInt32LittleEndian(file, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), Version);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(8), (int)kind);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(12), bits);
        BinaryPrimitives.WriteSingleLittleEndian(file.AsSpan(16), scale);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(20), Checksum(file.AsSpan(HeaderLength)));
        return file;
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        uint hash = 2166136261;
        foreach (byte value in bytes) hash = (hash ^ value) * 16777619;
        return hash;
    }
}
