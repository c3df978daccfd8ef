namespace TextRepair.Training.Swaps;

/// <summary>A word that a swapper may have put for another.</summary>
/// <param name="Suspect">The word it would be.</param>
/// <param name="Original">The word it would stand for.</param>
/// <param name="Similarity">How much alike their places in clean text are, from 0 to 1.</param>
/// <param name="FromCount">What the suspect's frequency adds to its rank: of frequent words more is known.</param>
internal readonly record struct WordPair(string Suspect, string Original, double Similarity, double FromCount)
{
    /// <summary>Gets a value indicating whether both have a character in common, as most synonyms have.</summary>
    public bool SharesCharacter => Suspect.AsSpan().ContainsAny(Original);
}
