using TextRepair.Context;

namespace TextRepair.Training;

/// <summary>The places where one damaged word, or one of its originals, stands in clean text.</summary>
internal sealed class SlotSet
{
    private readonly List<uint[]> _blocks = [];
    private readonly List<byte> _labels = [];
    private readonly List<byte> _sources = [];
    private readonly List<byte> _shares = [];
    private readonly List<int> _documents = [];
    private const int BlockSlots = 4096;

    public int Count => _labels.Count;

    /// <summary>Gets the features of a slot.</summary>
    public ReadOnlySpan<uint> this[int slot] =>
        _blocks[slot / BlockSlots].AsSpan(slot % BlockSlots * FeatureExtractor.Count, FeatureExtractor.Count);

    /// <summary>Gets what stands there: 0 the damaged word by right, k its k-th original.</summary>
    public int Label(int slot) => _labels[slot];

    public int Source(int slot) => _sources[slot];

    public int Share(int slot) => _shares[slot];

    /// <summary>Gets the number of the document, in the order of reading.</summary>
    public int Document(int slot) => _documents[slot];

    public Span<uint> Add(int label, int source, int share, int document)
    {
        int slot = Count;
        if (slot % BlockSlots == 0) _blocks.Add(new uint[BlockSlots * FeatureExtractor.Count]);
        _labels.Add((byte)label);
        _sources.Add((byte)source);
        _shares.Add((byte)share);
        _documents.Add(document);
        return _blocks[slot / BlockSlots].AsSpan(slot % BlockSlots * FeatureExtractor.Count, FeatureExtractor.Count);
    }
}
