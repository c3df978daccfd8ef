namespace TextRepair.Ocr;

/// <summary>All n-grams of one length. Entry i has the children First[i] to First[i + 1] of the next level.</summary>
/// <param name="ids">The last token of each n-gram, ascending under one parent.</param>
/// <param name="costs">−ln P of it, in steps of 1/<see cref="LanguageModel.Scale"/> nat.</param>
/// <param name="backoffs">What a token costs more that is not among the children; 0 is −<see cref="LanguageModel.BackoffZero"/> steps.</param>
/// <param name="first">Where the children start; one longer than the others, empty for the last level.</param>
internal sealed class LanguageModelLevel(ushort[] ids, byte[] costs, byte[] backoffs, int[] first)
{
    public ushort[] Ids { get; } = ids;

    public byte[] Costs { get; } = costs;

    public byte[] Backoffs { get; } = backoffs;

    public int[] First { get; } = first;

    /// <summary>Finds the n-gram that is <paramref name="parent"/> followed by <paramref name="id"/>; −1 where there is none.</summary>
    public int Find(LanguageModelLevel parents, int parent, ushort id)
    {
        int low = parents.First[parent], high = parents.First[parent + 1] - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            int there = Ids[middle];
            if (there == id) return middle;
            if (there < id) low = middle + 1;
            else high = middle - 1;
        }
        return -1;
    }
}
