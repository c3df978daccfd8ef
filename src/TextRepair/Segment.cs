namespace TextRepair;

/// <summary>A word found in a text.</summary>
/// <param name="Start">Where it starts, in UTF-16 code units.</param>
/// <param name="Length">Its length, in UTF-16 code units; at least 1.</param>
public readonly record struct Segment(int Start, int Length)
{
    /// <summary>Gets where the word ends, exclusive.</summary>
    public int End => Start + Length;
}
