namespace TextRepair.Models;

/// <summary>Finds the columns of a model file one after the other; each begins at a multiple of eight bytes.</summary>
/// <param name="file">The file, behind whose header the columns begin.</param>
/// <param name="name">What messages call it.</param>
internal sealed unsafe class ColumnReader(EmbeddedTable file, string name)
{
    private int _at;

    /// <summary>Finds the next column.</summary>
    /// <exception cref="InvalidDataException">The file ends before it does.</exception>
    public Column<T> Next<T>(int count)
        where T : unmanaged
    {
        ReadOnlySpan<byte> body = file.Body;
        long end = _at + ((long)count * sizeof(T));
        if (count < 0 || end > body.Length) throw new InvalidDataException($"{name}: the file ends before its tables do. Train it again.");
        fixed (byte* start = body) // which never moves
        {
            var column = new Column<T>((T*)(start + _at), count);
            _at = (int)((end + 7) / 8 * 8);
            return column;
        }
    }
}
