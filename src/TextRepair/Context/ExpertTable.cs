namespace TextRepair.Context;

/// <summary>Where a feature stands in the hash table of an <see cref="Expert"/>.</summary>
internal static class ExpertTable
{
    /// <summary>The cell a search begins at.</summary>
    public static int HomeOf(uint feature, int mask) => (int)(feature & (uint)mask);

    /// <summary>The key that tells features of one cell apart: never 0, which marks an empty cell.</summary>
    public static ushort KeyOf(uint feature) => (ushort)((feature >> (FeatureExtractor.KeyBits - 16)) | 1);
}
