namespace TextRepair.Evidence;

/// <summary>The suspects of a scope with the scores of their contexts.</summary>
/// <param name="capacity">How many there may be.</param>
internal sealed class OccurrenceList(int capacity)
{
    /// <summary>Gets the occurrences, by start.</summary>
    public List<Occurrence> Items { get; } = new(capacity);

    /// <summary>Gets the log-odds of each swap at each occurrence, in nats.</summary>
    public List<float> Scores { get; } = new(capacity);

    /// <summary>Gets the swaps whose original is alive, once for each time it is.</summary>
    public List<int> Alive { get; } = [];

    // Measured: contexts of modern Simplified Chinese have 69 of 100 pairs familiar in the strangest of a hundred short
    // documents, 90 and more in long ones; classical verse, Japanese and Traditional Chinese have 5 to 65.
    private const double LeastFamiliar = 0.75;

    // So many pairs are taken to be familiar before any is read: a name in a short line makes it no foreign text.
    private const int GivenPairs = 4;

    private int _familiar, _pairs;

    /// <summary>Gets a value indicating whether the contexts are not modern Simplified Chinese: what experts say of them means nothing.</summary>
    public bool IsForeign => _familiar + GivenPairs < LeastFamiliar * (_pairs + GivenPairs);

    /// <summary>Takes in how familiar one context is.</summary>
    public void Add((int Familiar, int All) context) => (_familiar, _pairs) = (_familiar + context.Familiar, _pairs + context.All);
}
