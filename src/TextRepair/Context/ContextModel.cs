namespace TextRepair.Context;

/// <summary>The experts of all trained swaps.</summary>
/// <remarks>Immutable.</remarks>
internal sealed class ContextModel(IReadOnlyDictionary<(string Damaged, string Original), Expert> experts)
{
    /// <summary>Gets the expert of a swap.</summary>
    /// <returns>The expert, or null where the swap was not trained.</returns>
    public Expert? Find(string damaged, string original) => experts.GetValueOrDefault((damaged, original));

    /// <summary>Gets the number of experts.</summary>
    public int Count => experts.Count;
}
