namespace TextRepair.Streams;

/// <summary>A stretch of a long text with its surroundings on both sides, which are read and not repaired.</summary>
/// <param name="Text">The surroundings before, the stretch, the surroundings after.</param>
/// <param name="From">Where the stretch begins in <see cref="Text"/>.</param>
/// <param name="To">Where it ends, exclusive.</param>
/// <param name="Position">Where <see cref="Text"/> begins in the whole, in UTF-16 code units.</param>
internal sealed record TextWindow(string Text, int From, int To, long Position)
{
    /// <summary>Gets a value indicating whether nothing follows the stretch.</summary>
    public bool IsLast => To == Text.Length;
}
