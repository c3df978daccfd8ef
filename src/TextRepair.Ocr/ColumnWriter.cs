using System.Buffers;

namespace TextRepair.Ocr;

/// <summary>Writes what <see cref="ColumnReader"/> reads.</summary>
internal sealed class ColumnWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>Gets what was written.</summary>
    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    /// <summary>Writes a number from 0 in groups of seven bits, lowest first.</summary>
    public void WriteNumber(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        for (; value >= 0x80; value >>>= 7) WriteByte((byte)(value | 0x80));
        WriteByte((byte)value);
    }

    /// <summary>Writes bytes.</summary>
    public void WriteBytes(ReadOnlySpan<byte> bytes) => _bytes.Write(bytes);

    /// <summary>Writes characters, two bytes each.</summary>
    public void WriteCharacters(ReadOnlySpan<char> characters)
    {
        foreach (char c in characters)
        {
            WriteByte((byte)c);
            WriteByte((byte)(c >> 8));
        }
    }

    private void WriteByte(byte value)
    {
        _bytes.GetSpan(1)[0] = value;
        _bytes.Advance(1);
    }
}
