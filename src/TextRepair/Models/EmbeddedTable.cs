using System.Buffers.Binary;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;

namespace TextRepair.Models;

/// <summary>The bytes of a model file, read where they lie: a magic number, a format version and a checksum, then the tables.</summary>
/// <remarks>
/// An embedded resource is part of the mapped assembly, so nothing is copied; its pages are shared by all processes that read it.
/// The header is 16 bytes, little-endian: magic (4), version (4), checksum of all that follows (8).
/// </remarks>
internal sealed unsafe class EmbeddedTable
{
    /// <summary>Where the tables begin, in bytes; a multiple of 8, so that 64-bit tables may come first.</summary>
    public const int HeaderLength = 16;

    private readonly byte* _bytes;
    private readonly int _length;
    private readonly object _owner; // keeps the memory behind _bytes alive

    private EmbeddedTable(byte* bytes, int length, object owner)
    {
        _bytes = bytes;
        _length = length;
        _owner = owner;
    }

    /// <summary>Gets the whole file.</summary>
    public ReadOnlySpan<byte> Bytes => new(_bytes, _length);

    /// <summary>Gets everything after the header.</summary>
    public ReadOnlySpan<byte> Body => new(_bytes + HeaderLength, _length - HeaderLength);

    /// <summary>Opens a resource of an assembly.</summary>
    /// <param name="name">The logical name of the resource.</param>
    /// <param name="magic">The four characters the file must begin with.</param>
    /// <param name="version">The format version that is understood.</param>
    /// <param name="assembly">The assembly; this one by default.</param>
    /// <exception cref="InvalidDataException">The resource is missing, or of another kind or version.</exception>
    /// <remarks>The checksum is not added up: that would read every page of every model at each start. Tests do, of all that are embedded.</remarks>
    public static EmbeddedTable OpenResource(string name, string magic, int version, Assembly? assembly = null) =>
        Headed(OpenUnchecked(name, assembly), name, magic, version);

    /// <summary>Opens a resource of an assembly that has another header.</summary>
    /// <param name="name">The logical name of the resource.</param>
    /// <param name="assembly">The assembly; this one by default.</param>
    /// <exception cref="InvalidDataException">The resource is missing.</exception>
    public static EmbeddedTable OpenUnchecked(string name, Assembly? assembly = null)
    {
        Stream stream = (assembly ?? typeof(EmbeddedTable).Assembly).GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"{name}: the assembly holds no such resource; build it again.");
        if (stream is UnmanagedMemoryStream memory)
        {
            var table = new EmbeddedTable(memory.PositionPointer, checked((int)memory.Length), memory);
            MemoryPages.AskToRead(table._bytes, table._length);
            return table;
        }
        using (stream)
        {
            byte[] copy = new byte[stream.Length];
            stream.ReadExactly(copy);
            return CopyOf(copy);
        }
    }

    /// <summary>Takes bytes that were read or made elsewhere; they are copied.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="magic">The four characters the file must begin with.</param>
    /// <param name="version">The format version that is understood.</param>
    /// <exception cref="InvalidDataException">The bytes are of another kind or version, or damaged.</exception>
    public static EmbeddedTable FromBytes(ReadOnlySpan<byte> bytes, string name, string magic, int version) => Checked(CopyOf(bytes), name, magic, version);

    /// <summary>Takes bytes that have another header; they are copied.</summary>
    public static EmbeddedTable CopyOf(ReadOnlySpan<byte> bytes)
    {
        byte[] pinned = GC.AllocateUninitializedArray<byte>(bytes.Length, pinned: true);
        bytes.CopyTo(pinned);
        return new EmbeddedTable((byte*)Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0), pinned.Length, pinned);
    }

    /// <summary>Fills in the header of a file whose tables are complete.</summary>
    /// <param name="file">The whole file; the first <see cref="HeaderLength"/> bytes are overwritten.</param>
    /// <param name="magic">Four ASCII characters.</param>
    /// <param name="version">The format version.</param>
    public static void WriteHeader(Span<byte> file, string magic, int version)
    {
        for (int i = 0; i < 4; i++) file[i] = (byte)magic[i];
        BinaryPrimitives.WriteInt32LittleEndian(file[4..], version);
        BinaryPrimitives.WriteUInt64LittleEndian(file[8..], Checksum(file[HeaderLength..]));
    }

    /// <summary>Adds up a file in four interleaved lanes: a millisecond for several megabytes, and any flipped bit shows.</summary>
    public static ulong Checksum(ReadOnlySpan<byte> body)
    {
        const ulong prime = 0x9E3779B185EBCA87;
        ulong a = 1, b = 2, c = 3, d = (ulong)body.Length;
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(body);
        int i = 0;
        for (; i + 4 <= words.Length; i += 4)
        {
            a = Mix(a, words[i]);
            b = Mix(b, words[i + 1]);
            c = Mix(c, words[i + 2]);
            d = Mix(d, words[i + 3]);
        }
        for (; i < words.Length; i++) a = Mix(a, words[i]);
        foreach (byte rest in body[(words.Length * sizeof(ulong))..]) a = Mix(a, rest);
        return Mix(Mix(Mix(a, b), c), d);

        static ulong Mix(ulong sum, ulong word) => ulong.RotateLeft((sum ^ word) * prime, 29);
    }

    private static EmbeddedTable Checked(EmbeddedTable table, string name, string magic, int version)
    {
        ReadOnlySpan<byte> file = Headed(table, name, magic, version).Bytes;
        if (BinaryPrimitives.ReadUInt64LittleEndian(file[8..]) != Checksum(file[HeaderLength..]))
            throw new InvalidDataException($"{name}: the checksum does not fit the content; the file is damaged. Fetch or build it again.");
        return table;
    }

    private static EmbeddedTable Headed(EmbeddedTable table, string name, string magic, int version)
    {
        ReadOnlySpan<byte> file = table.Bytes;
        if (file.Length < HeaderLength || !Ascii.Equals(file[..4], magic))
            throw new InvalidDataException($"{name}: expected a file that begins with \"{magic}\"; this is none. Build it again.");
        int found = BinaryPrimitives.ReadInt32LittleEndian(file[4..]);
        if (found != version)
            throw new InvalidDataException($"{name}: expected format version {version}, found {found}. Use the file that came with this version, or build it again.");
        return table;
    }
}
