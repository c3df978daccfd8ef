using System.Runtime.CompilerServices;

namespace TextRepair.Models;

/// <summary>Hashes features one after the other; each is a template of its own, numbered by its place.</summary>
internal ref struct FeatureWriter(Span<uint> features, uint firstTemplate)
{
    private readonly Span<uint> _features = features;

    /// <summary>Gets the number of features written.</summary>
    public int Count { get; private set; }

    /// <summary>Hashes what the next template looks at.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(uint a, uint b = 0, uint c = 0, uint d = 0) => _features[Count] = FeatureHash.Of(firstTemplate + (uint)Count++, a, b, c, d);
}
