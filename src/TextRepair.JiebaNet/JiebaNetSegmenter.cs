using JiebaNet.Segmenter;

namespace TextRepair.JiebaNet;

/// <summary>Divides text with jieba.NET.</summary>
/// <remarks>
/// For those who already keep a jieba.NET dictionary. <see cref="Segmenter"/> needs no package, gives nearly the same words,
/// and is many times faster. jieba.NET keeps its dictionary in static state: words added to it hold for the whole process,
/// and must be added before several threads divide text.
/// </remarks>
public sealed class JiebaNetSegmenter : ISegmenter
{
    private readonly JiebaSegmenter _segmenter;
    private readonly bool _findUnknownWords;

    /// <summary>Initialises a segmenter.</summary>
    /// <param name="segmenter">The segmenter of jieba.NET; by default a new one.</param>
    /// <param name="findUnknownWords">Whether words that its dictionary does not have are looked for; the default is <see langword="true"/>.</param>
    public JiebaNetSegmenter(JiebaSegmenter? segmenter = null, bool findUnknownWords = true)
    {
        _segmenter = segmenter ?? new JiebaSegmenter();
        _findUnknownWords = findUnknownWords;
    }

    /// <inheritdoc/>
    public void Segment(ReadOnlySpan<char> text, ICollection<Segment> segments)
    {
        ArgumentNullException.ThrowIfNull(segments);
        foreach (Token token in _segmenter.Tokenize(text.ToString(), TokenizerMode.Default, _findUnknownWords))
            segments.Add(new Segment(token.StartIndex, token.EndIndex - token.StartIndex));
    }
}
