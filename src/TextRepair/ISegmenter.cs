namespace TextRepair;

/// <summary>Divides text into words.</summary>
/// <remarks>
/// Segments are in order, touch each other and cover the whole text, white space and punctuation included.
/// Implementations are safe to use from several threads.
/// </remarks>
public interface ISegmenter
{
    /// <summary>Divides a text.</summary>
    /// <param name="text">Any text, lone surrogates included.</param>
    /// <param name="segments">Receives the segments in order; what it holds already is kept.</param>
    void Segment(ReadOnlySpan<char> text, ICollection<Segment> segments);
}
