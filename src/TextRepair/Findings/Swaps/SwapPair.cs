namespace TextRepair.Findings.Swaps;

/// <summary>What a suspect may stand for.</summary>
/// <param name="Packed">Eleven bits of the number of the original, five of similarity.</param>
internal readonly record struct SwapPair(ushort Packed)
{
    /// <summary>The most originals a model holds.</summary>
    public const int MostOriginals = 1 << OriginalBits;

    private const int OriginalBits = 11, SimilaritySteps = 31;
    private const double LargestSimilarity = 0.62;

    /// <summary>Initialises a pair.</summary>
    public SwapPair(int original, double similarity)
        : this((ushort)(original | ((int)Math.Round(Math.Clamp(similarity / LargestSimilarity, 0, 1) * SimilaritySteps) << OriginalBits)))
    {
    }

    /// <summary>Gets the number of the original in <see cref="SwapModel.Originals"/>.</summary>
    public int Original => Packed & (MostOriginals - 1);

    /// <summary>Gets how much alike the places of both are in clean text, from 0 to 1.</summary>
    public double Similarity => (Packed >> OriginalBits) * LargestSimilarity / SimilaritySteps;
}
