namespace TextRepair;

/// <summary>How a <see cref="Segmenter"/> divides text. Read once, when the segmenter is made.</summary>
public sealed class SegmenterOptions
{
    /// <summary>Gets or sets a value indicating whether words that the lexicon does not have are looked for.</summary>
    /// <value>The default is <see langword="true"/>. Otherwise such words come as single characters.</value>
    public bool FindUnknownWords { get; set; } = true;

    /// <summary>Gets words of the user's own, known beside those of the lexicon.</summary>
    /// <remarks>A word is preferred to any other reading of the same characters, but not to a better division that overlaps it.</remarks>
    public ISet<string> Words { get; } = new HashSet<string>(StringComparer.Ordinal);
}
