namespace TextRepair;

/// <summary>Keeps a few objects that are dear to make, for whoever needs one next; safe to use from several threads.</summary>
internal sealed class Pool<T>(Func<T> make)
    where T : class
{
    private readonly T?[] _spare = new T?[Math.Max(2, Environment.ProcessorCount)];

    /// <summary>Takes an object; it belongs to the caller until it is given back.</summary>
    public T Take()
    {
        foreach (ref T? slot in _spare.AsSpan())
            if (slot is not null && Interlocked.Exchange(ref slot, null) is { } kept) return kept;
        return make();
    }

    /// <summary>Gives an object back; it is dropped where there are enough.</summary>
    public void Give(T item)
    {
        foreach (ref T? slot in _spare.AsSpan())
            if (slot is null && Interlocked.CompareExchange(ref slot, item, null) is null) return;
    }
}
