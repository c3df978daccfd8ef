namespace TextRepair.Evidence;

/// <summary>The suspects of a scope with the scores of their contexts.</summary>
internal sealed class OccurrenceList
{
    /// <summary>Gets the occurrences, by start.</summary>
    public List<Occurrence> Items { get; } = [];

    /// <summary>Gets the log-odds of each swap at each occurrence, in nats.</summary>
    public List<float> Scores { get; } = [];

    /// <summary>Gets how often the original of each swap is alive; swaps that are missing count 0.</summary>
    public Dictionary<int, int> Alive { get; } = [];
}
