using System.Buffers;
using System.Runtime.InteropServices;

namespace TextRepair.Models;

/// <summary>Writes the columns of a model file.</summary>
internal sealed class ColumnWriter
{
    private readonly ArrayBufferWriter<byte> _file = new();

    /// <summary>Initialises a writer.</summary>
    public ColumnWriter() => _file.Write(new byte[EmbeddedTable.HeaderLength]);

    /// <summary>Adds a column.</summary>
    public void Add<T>(ReadOnlySpan<T> column)
        where T : unmanaged
    {
        _file.Write(MemoryMarshal.AsBytes(column));
        _file.Write(new byte[(8 - (_file.WrittenCount % 8)) % 8]);
    }

    /// <summary>Completes the file with its header.</summary>
    public byte[] Finish(string magic, int version)
    {
        byte[] file = _file.WrittenSpan.ToArray();
        EmbeddedTable.WriteHeader(file, magic, version);
        return file;
    }
}
