using System.Buffers;
using TextRepair.Segmentation;

namespace TextRepair;

/// <summary>Divides Chinese text into words, by a lexicon, the most probable path, and a model of unknown words.</summary>
/// <remarks>
/// <para>The algorithm is the one jieba published, and it agrees with jieba on nearly all word boundaries. White space and
/// punctuation marks are segments of one character; CR LF and surrogate pairs stay together.</para>
/// <para>Immutable and safe to use from several threads.</para>
/// </remarks>
/// <example><code>
/// string[] words = Segmenter.Default.Split("南京市长江大桥");  // 南京市, 长江大桥
/// </code></example>
public sealed class Segmenter : ISegmenter
{
    // Enough for any sentence; longer texts go through the same buffer part by part.
    private const int PartLength = 4096;

    private readonly Lexicon _lexicon;
    private readonly UserWords? _userWords;
    private readonly bool _findUnknown;

    /// <summary>Initialises a segmenter.</summary>
    /// <param name="options">The options; read once, so later changes have no effect.</param>
    /// <exception cref="ArgumentException">One of <see cref="SegmenterOptions.Words"/> is empty, longer than 64 code units, or holds a character that no word may hold.</exception>
    public Segmenter(SegmenterOptions options)
        : this(Lexicon.Default, options)
    {
    }

    internal Segmenter(Lexicon lexicon, SegmenterOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _lexicon = lexicon;
        _findUnknown = options.FindUnknownWords;
        _userWords = options.Words.Count == 0 ? null : new UserWords(lexicon, options.Words);
    }

    /// <summary>Gets the segmenter with the default options.</summary>
    public static Segmenter Default { get; } = new(new SegmenterOptions());

    /// <inheritdoc/>
    public void Segment(ReadOnlySpan<char> text, ICollection<Segment> segments)
    {
        ArgumentNullException.ThrowIfNull(segments);
        int[] ends = ArrayPool<int>.Shared.Rent(PartLength);
        for (int start = 0; start < text.Length;)
        {
            ReadOnlySpan<char> part = NextPart(text, start);
            if (ends.Length < part.Length) ends = Exchange(ends, part.Length);
            int count = FindEnds(part, ends);
            int previous = 0;
            foreach (int end in ends.AsSpan(0, count))
            {
                segments.Add(new Segment(start + previous, end - previous));
                previous = end;
            }
            start += part.Length;
        }
        ArrayPool<int>.Shared.Return(ends);
    }

    /// <summary>Divides a text into strings.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>The words in order; together they are the text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is <see langword="null"/>.</exception>
    public string[] Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int[] ends = ArrayPool<int>.Shared.Rent(Math.Max(text.Length, 1));
        string[] words = new string[FindEnds(text, ends)];
        int start = 0;
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = text[start..ends[i]];
            start = ends[i];
        }
        ArrayPool<int>.Shared.Return(ends);
        return words;
    }

    /// <summary>Divides a text without allocating.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="ends">Receives where each segment ends; at least as long as the text.</param>
    /// <returns>The number of segments.</returns>
    internal int FindEnds(ReadOnlySpan<char> text, Span<int> ends) =>
        WordGraph.Cut(_lexicon, _userWords, _findUnknown, text, ends);

    // A part ends behind a character that no word holds, so that the division is that of the whole text.
    private ReadOnlySpan<char> NextPart(ReadOnlySpan<char> text, int start)
    {
        ReadOnlySpan<ushort> codes = _lexicon.Codes;
        for (int end = start + PartLength; end < text.Length; end++)
            if (codes[text[end - 1]] == Lexicon.Separator && text[end - 1] != '\r' && !char.IsSurrogatePair(text[end - 1], text[end]))
                return text[start..end];
        return text[start..];
    }

    private static int[] Exchange(int[] buffer, int length)
    {
        ArrayPool<int>.Shared.Return(buffer);
        return ArrayPool<int>.Shared.Rent(length);
    }
}
