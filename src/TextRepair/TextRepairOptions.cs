namespace TextRepair;

/// <summary>How a <see cref="TextRepairer"/> decides. Read once, when the repairer is made.</summary>
public sealed class TextRepairOptions
{
    /// <summary>Gets or sets the confidence below which nothing is replaced.</summary>
    /// <value>From 0.5 to 1; the default is 0.8. A lower value repairs more text and damages more text.</value>
    public double MinimumConfidence { get; set; } = 0.8;

    /// <summary>Gets or sets where texts come from: how probable damage is before a text is read.</summary>
    /// <value>The default is <see cref="TextSource.Unknown"/>.</value>
    public TextSource Source { get; set; } = TextSource.Unknown;

    /// <summary>Gets or sets what one document is.</summary>
    /// <value>The default is <see cref="RepairScope.Document"/>.</value>
    public RepairScope Scope { get; set; } = RepairScope.Document;

    /// <summary>Gets or sets a value indicating whether the built-in dictionary is used.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool UseDefaultDictionary { get; set; } = true;

    /// <summary>Gets the user's own dictionaries, used beside the built-in one.</summary>
    public IList<CorrectionDictionary> Dictionaries { get; } = [];

    /// <summary>Gets words that are never touched, wherever they stand.</summary>
    public ISet<string> ProtectedWords { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Gets the kinds of edit that are made.</summary>
    /// <value>All kinds by default. What is not made is not looked for; findings are not affected.</value>
    public ISet<EditKind> Kinds { get; } = new HashSet<EditKind>(Enum.GetValues<EditKind>());

    /// <summary>Gets further sources of candidates, such as the one of the package TextRepair.Ocr.</summary>
    public IList<ICandidateSource> CandidateSources { get; } = [];

    /// <summary>Gets or sets a value indicating whether texts are known to have been read from scanned pages.</summary>
    /// <value>
    /// The default is <see langword="null"/>: each document has to show it. <see langword="true"/> cleans up every text whose
    /// lines are wrapped, <see langword="false"/> none.
    /// </value>
    /// <remarks>The clean-up of scans joins broken lines, takes page furniture and stray spaces out and mends punctuation.</remarks>
    public bool? IsScan { get; set; }

    /// <summary>Gets or sets what counts the characters of a text that were surely misread, where its layout leaves open whether it was scanned.</summary>
    /// <value>The default is <see langword="null"/>: what is open is left alone. The package TextRepair.Ocr sets it.</value>
    /// <remarks>Gets the text with its broken lines joined. It must always give the same answer to the same text.</remarks>
    public Func<string, double>? MisreadingCounter { get; set; }

    /// <summary>Gets or sets who is asked how well a word fits into a place, to find swaps that no dictionary knows.</summary>
    /// <value>The default is <see langword="null"/>: such swaps are not looked for. The package TextRepair.Ocr sets it.</value>
    /// <remarks>
    /// Gets a text, where a word starts in it, how long it is, and the word of Han characters that may have stood there. Gives how much more the
    /// place asks for that word than its frequency alone would, in nats. It must always give the same answer.
    /// </remarks>
    public Func<string, int, int, string, double>? WordJudge { get; set; }

    /// <summary>Gets or sets who is asked which of two words belongs in a place that contexts leave undecided; the package TextRepair.Ocr sets it.</summary>
    /// <remarks>Gets a text, where a word starts in it, how long it is, and two words. Gives how much likelier the first is there than the second, in nats.</remarks>
    internal Func<string, int, int, string, string, double>? WordComparer { get; set; }

    /// <summary>Gets or sets which characters are replaced by their ordinary forms.</summary>
    /// <value>The default is <see cref="TextRepair.CharacterForms.Default"/>: what is harmless on right text.</value>
    public CharacterForms CharacterForms { get; set; } = CharacterForms.Default;
}
