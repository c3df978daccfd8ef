namespace TextRepair;

/// <summary>What one stage says of the text it was given; positions speak of that text.</summary>
internal sealed class StageOutput
{
    // Most stages have nothing to say of most texts: lists are made when they are first asked for.
    private List<TextEdit>? _edits;
    private List<Finding>? _findings;

    /// <summary>Edits in any order, disjoint.</summary>
    public List<TextEdit> Edits => _edits ??= [];

    /// <summary>Findings in any order.</summary>
    public List<Finding> Findings => _findings ??= [];

    /// <summary>Gets a value indicating whether there are edits.</summary>
    public bool HasEdits => _edits is { Count: > 0 };

    /// <summary>Gets a value indicating whether there are findings.</summary>
    public bool HasFindings => _findings is { Count: > 0 };

    /// <summary>What the document's evidence says, from the stage that weighs it.</summary>
    public Diagnosis? Diagnosis { get; set; }
}
