namespace TextRepair.Models;

/// <summary>Numbers of a model file, read where they lie; indexes are checked.</summary>
/// <param name="start">The first; the file must not move, and its owner must live longer.</param>
/// <param name="length">How many there are.</param>
internal readonly unsafe struct Column<T>(T* start, int length)
    where T : unmanaged
{
    /// <summary>Gets how many there are.</summary>
    public int Length => length;

    /// <summary>Gets all of them.</summary>
    public ReadOnlySpan<T> Span => new(start, length);

    /// <summary>Gets one of them.</summary>
    public ref readonly T this[int i] => ref new ReadOnlySpan<T>(start, length)[i];
}
