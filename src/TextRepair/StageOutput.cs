using TextRepair.Anchoring;
using TextRepair.Cleaning;

namespace TextRepair;

/// <summary>What stages say of the text they were given, and what is found in it for all of them; positions speak of that text.</summary>
/// <remarks>A stage finds no edits in it, and the findings of the stages before.</remarks>
internal sealed class StageOutput
{
    // Most stages have nothing to say of most texts: lists are made when they are first asked for.
    private List<TextEdit>? _edits;
    private List<Finding>? _findings;
    private readonly TextAnchors _anchors = new();
    private readonly List<TextLine> _lines = [];
    private PageLayout? _layout;
    private string? _layoutText;

    // One huge text must not hold its memory for ever.
    private const int MostLines = 1 << 12;

    /// <summary>Edits in any order, disjoint.</summary>
    public List<TextEdit> Edits => _edits ??= [];

    /// <summary>Findings in any order.</summary>
    public List<Finding> Findings => _findings ??= [];

    /// <summary>Gets a value indicating whether there are edits.</summary>
    public bool HasEdits => _edits is { Count: > 0 };

    /// <summary>Gets how many findings there are.</summary>
    public int FindingCount => _findings?.Count ?? 0;

    /// <summary>What the document's evidence says, from the stage that weighs it.</summary>
    public Diagnosis? Diagnosis { get; set; }

    /// <summary>Gets where stages begin in a text; it is read once for all of them.</summary>
    /// <returns>What holds until another text is asked for.</returns>
    public TextAnchors AnchorsOf(string text)
    {
        _anchors.Read(text);
        return _anchors;
    }

    /// <summary>Gets how a text is set on pages; it is read once for all stages that ask.</summary>
    /// <returns>What holds until another text is asked for; <see langword="null"/> where there are no two lines.</returns>
    public PageLayout? LayoutOf(string text)
    {
        if (ReferenceEquals(text, _layoutText)) return _layout;
        _lines.Clear();
        _layout = PageLayout.Read(text, _lines);
        _layoutText = text;
        return _layout;
    }

    /// <summary>Hands the findings over, sorted by start.</summary>
    public IReadOnlyList<Finding> TakeFindings()
    {
        if (FindingCount == 0) return [];
        List<Finding> findings = _findings!;
        _findings = null;
        if (findings.Count > 1) findings.Sort((a, b) => a.Start.CompareTo(b.Start));
        return findings;
    }

    /// <summary>Forgets all that speaks of a text.</summary>
    public void Clear()
    {
        _edits?.Clear();
        _findings?.Clear();
        Diagnosis = null;
        _anchors.Forget();
        (_layout, _layoutText) = (null, null);
        _lines.Clear();
        if (_lines.Capacity > MostLines) _lines.Capacity = 0;
    }

    /// <summary>Forgets findings.</summary>
    /// <param name="first">The number of the first that is forgotten.</param>
    public void ForgetFindings(int first) => _findings?.RemoveRange(first, _findings.Count - first);

    /// <summary>Gets a copy of some findings.</summary>
    /// <param name="first">The number of the first of them; all behind it belong to them.</param>
    public Finding[] FindingsFrom(int first) => first < FindingCount ? [.. _findings!.Skip(first)] : [];

    /// <summary>Turns positions of a repaired text into those of its original.</summary>
    /// <param name="first">The number of the first finding that is meant.</param>
    /// <param name="edits">What made the repaired text.</param>
    public void MoveFindings(int first, EditList edits)
    {
        for (int i = first; i < FindingCount; i++) _findings![i] = _findings[i] with { Start = edits.ToOriginal(_findings[i].Start) };
    }
}
