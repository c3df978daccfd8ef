namespace TextRepair.Ocr;

/// <summary>All n-grams of one length, as training makes them. Entry i has the children First[i] to First[i + 1] of the next level.</summary>
/// <param name="Ids">The last token of each n-gram, ascending under one parent.</param>
/// <param name="Costs">−ln P of it, in steps of 1/<see cref="LanguageModel.Scale"/> nat.</param>
/// <param name="Backoffs">What a token costs more that is not among the children; 0 is −<see cref="LanguageModel.BackoffZero"/> steps.</param>
/// <param name="First">Where the children start; one longer than the others, empty for the last level.</param>
internal sealed record LanguageModelLevel(ushort[] Ids, byte[] Costs, byte[] Backoffs, int[] First);
