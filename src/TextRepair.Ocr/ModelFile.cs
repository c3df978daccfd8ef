using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace TextRepair.Ocr;

/// <summary>The envelope of a model: magic, kind, version, checksum, and columns of numbers packed with Brotli.</summary>
/// <remarks>
/// Layout, little endian: 4 bytes <c>TROC</c>, 4 bytes kind, 4 bytes version, 4 bytes length of the columns unpacked,
/// 8 bytes FNV-1a of the packed columns, the packed columns.
/// </remarks>
internal static class ModelFile
{
    private const int HeaderLength = 24;

    /// <summary>Writes a model.</summary>
    public static void Write(Stream output, string kind, int version, ReadOnlySpan<byte> columns)
    {
        byte[] packed = new byte[BrotliEncoder.GetMaxCompressedLength(columns.Length)];
        if (!BrotliEncoder.TryCompress(columns, packed, out int length, quality: 11, window: 24))
            throw new InvalidOperationException("The model could not be packed.");
        Span<byte> header = stackalloc byte[HeaderLength];
        Encoding.ASCII.GetBytes("TROC" + kind, header);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], version);
        BinaryPrimitives.WriteInt32LittleEndian(header[12..], columns.Length);
        BinaryPrimitives.WriteUInt64LittleEndian(header[16..], Checksum(packed.AsSpan(0, length)));
        output.Write(header);
        output.Write(packed.AsSpan(0, length));
    }

    /// <summary>Reads the columns of a model.</summary>
    /// <exception cref="InvalidDataException">The file is not such a model, is of another version, or is damaged.</exception>
    public static byte[] Read(ReadOnlySpan<byte> file, string name, string kind, int version)
    {
        if (file.Length < HeaderLength || Encoding.ASCII.GetString(file[..8]) != "TROC" + kind)
            throw new InvalidDataException($"{name}: expected a model that begins with TROC{kind}, found something else. Put the model of this package there.");
        int found = BinaryPrimitives.ReadInt32LittleEndian(file[8..]);
        if (found != version)
            throw new InvalidDataException($"{name}: expected version {version}, found {found}. Train the model again with the trainer of this version.");
        if (BinaryPrimitives.ReadUInt64LittleEndian(file[16..]) != Checksum(file[HeaderLength..]))
            throw new InvalidDataException($"{name}: the checksum does not fit: the file is damaged. Fetch it again.");
        byte[] columns = new byte[BinaryPrimitives.ReadInt32LittleEndian(file[12..])];
        if (!BrotliDecoder.TryDecompress(file[HeaderLength..], columns, out int length) || length != columns.Length)
            throw new InvalidDataException($"{name}: the columns do not unpack to {columns.Length} bytes. Fetch the file again.");
        return columns;
    }

    private static ulong Checksum(ReadOnlySpan<byte> bytes)
    {
        ulong hash = 14695981039346656037;
        foreach (byte b in bytes) hash = (hash ^ b) * 1099511628211;
        return hash;
    }
}
