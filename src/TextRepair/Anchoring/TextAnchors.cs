namespace TextRepair.Anchoring;

/// <summary>Where a text has what stages begin from, found in one pass for all of them: a clean text has little of it.</summary>
/// <remarks>
/// What passes may be more than what counts, and is never less: a stage looks closely at each place. Kept from text to
/// text, so that no memory is allocated.
/// </remarks>
internal sealed partial class TextAnchors
{
    // One huge text must not hold its memory for ever.
    private const int MostKept = 1 << 12;

    private string? _text;
    private int _blocks;
    private ulong[] _lineEnds = [], _gaps = [], _years = [], _decades = [], _notices = [];

    /// <summary>Gets the line feeds.</summary>
    public PlaceMask LineEnds => new(_lineEnds.AsSpan(0, _blocks));

    /// <summary>Gets the ends of units that may have no figure before them.</summary>
    public PlaceMask FigureGaps => new(_gaps.AsSpan(0, _blocks));

    /// <summary>Gets every 年 with four digits before it, and no more of them.</summary>
    public PlaceMask Years => new(_years.AsSpan(0, _blocks));

    /// <summary>Gets what stands behind 202 and a digit, 年 left out.</summary>
    public PlaceMask Decades => new(_decades.AsSpan(0, _blocks));

    /// <summary>Gets the second characters of words that notices hold.</summary>
    public PlaceMask NoticeWords => new(_notices.AsSpan(0, _blocks));

    /// <summary>Gets how many line feeds there are.</summary>
    public int LineEndCount { get; private set; }

    /// <summary>Gets how many line feeds do not directly follow the end of a sentence.</summary>
    public int OpenLineEndCount { get; private set; }

    /// <summary>Gets how many places <see cref="Years"/> has.</summary>
    public int YearCount { get; private set; }

    /// <summary>Gets how many spaces there are, ideographic ones too.</summary>
    public int BlankCount { get; private set; }

    /// <summary>Gets how many question marks there are.</summary>
    public int QuestionCount { get; private set; }

    /// <summary>Gets a value indicating whether a digit stands behind a space.</summary>
    public bool HasDigitBehindSpace { get; private set; }

    /// <summary>Gets a value indicating whether “ and ” take turns, beginning with the one and ending with the other.</summary>
    public bool QuotesTakeTurns { get; private set; }

    /// <summary>Gets which rare characters there are.</summary>
    public RareKinds Rare { get; private set; }

    /// <summary>Forgets the text, and memory that few texts need.</summary>
    public void Forget()
    {
        _text = null;
        if (_lineEnds.Length > MostKept) Reserve(0);
    }
}
