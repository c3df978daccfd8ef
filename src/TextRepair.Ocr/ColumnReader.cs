using System.Buffers.Binary;

namespace TextRepair.Ocr;

/// <summary>Reads the columns of a model one after the other.</summary>
internal ref struct ColumnReader(ReadOnlySpan<byte> columns)
{
    private ReadOnlySpan<byte> _rest = columns;

    /// <summary>Reads a number written in groups of seven bits, lowest first.</summary>
    public int ReadNumber()
    {
        int value = 0, shift = 0;
        byte b;
        do
        {
            b = _rest[0];
            _rest = _rest[1..];
            value |= (b & 0x7f) << shift;
            shift += 7;
        }
        while (b >= 0x80);
        return value;
    }

    /// <summary>Reads bytes.</summary>
    public byte[] ReadBytes(int count)
    {
        byte[] bytes = _rest[..count].ToArray();
        _rest = _rest[count..];
        return bytes;
    }

    /// <summary>Reads characters of two bytes each.</summary>
    public char[] ReadCharacters(int count)
    {
        char[] characters = new char[count];
        for (int i = 0; i < count; i++) characters[i] = (char)BinaryPrimitives.ReadUInt16LittleEndian(_rest[(2 * i)..]);
        _rest = _rest[(2 * count)..];
        return characters;
    }
}
