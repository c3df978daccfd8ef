namespace TextRepair.Findings.Swaps;

/// <summary>Counts the suspects of a text; not safe for several threads.</summary>
internal sealed class SwapCensus
{
    private const int BitmapBits = 18;

    private readonly SwapModel _model;
    private readonly uint[] _bitmap = new uint[(1 << BitmapBits) / 32];
    private readonly int[] _counts;
    private readonly List<int> _seen = [];

    public SwapCensus(SwapModel model)
    {
        (_model, _counts) = (model, new int[model.Suspects.Length]);
        foreach (SwapWord suspect in model.Suspects)
        {
            uint hash = HashOf(suspect.Key);
            _bitmap[hash >> 5] |= 1u << (int)(hash & 31);
        }
    }

    /// <summary>Gets the numbers of the suspects that the text holds, in the order of their first places.</summary>
    public IReadOnlyList<int> Seen => _seen;

    /// <summary>Gets how often the text holds a suspect.</summary>
    public int CountOf(int suspect) => _counts[suspect];

    /// <summary>Counts.</summary>
    public void Count(ReadOnlySpan<char> text)
    {
        foreach (int suspect in _seen) _counts[suspect] = 0;
        _seen.Clear();
        // A bit for every pair of characters that may be a suspect: nine pairs of ten end there. In range: a hash has as many bits as the bitmap.
        uint[] bitmap = _bitmap;
        uint key = 0;
        foreach (char c in text)
        {
            key = (key << 16) | c;
            uint hash = HashOf(key);
            if ((bitmap[hash >> 5] >> (int)(hash & 31) & 1) != 0 && _model.Find(key) is >= 0 and var suspect && _counts[suspect]++ == 0) _seen.Add(suspect);
        }
    }

    private static uint HashOf(uint key) => key * 0x9E3779B1u >> (32 - BitmapBits);
}
