namespace TextRepair.Deciding;

/// <summary>Keeps the places that were read last, each where its key says. Not thread-safe.</summary>
internal sealed class KnownPlaces
{
    private const int Count = 256;

    private readonly (ulong Key, int Epoch, KnownPlace Place)[] _places = new (ulong, int, KnownPlace)[Count];
    private int _epoch = 1;

    /// <summary>Forgets all places.</summary>
    public void Forget()
    {
        if (++_epoch != int.MaxValue) return;
        Array.Clear(_places);
        _epoch = 1;
    }

    /// <summary>Finds a place; two of one key are the same, as far as anybody will ever see.</summary>
    public bool TryGet(ulong key, out KnownPlace place)
    {
        ref (ulong Key, int Epoch, KnownPlace Place) slot = ref _places[key % Count];
        place = slot.Place;
        return slot.Key == key && slot.Epoch == _epoch;
    }

    /// <summary>Keeps a place, in the stead of another.</summary>
    public void Keep(ulong key, KnownPlace place) => _places[key % Count] = (key, _epoch, place);
}
