namespace TextRepair.Findings.Swaps;

/// <summary>What a suspect may stand for.</summary>
/// <param name="Original">The number of the original in <see cref="SwapModel.Originals"/>.</param>
/// <param name="Similarity">How much alike the places of both are in clean text, from 0 to 1.</param>
internal readonly record struct SwapPair(int Original, double Similarity);
