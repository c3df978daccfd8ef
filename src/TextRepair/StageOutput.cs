namespace TextRepair;

/// <summary>What one stage says of the text it was given; positions speak of that text.</summary>
internal sealed class StageOutput
{
    /// <summary>Edits in any order, disjoint.</summary>
    public List<TextEdit> Edits { get; } = [];

    /// <summary>Findings in any order.</summary>
    public List<Finding> Findings { get; } = [];

    /// <summary>What the document's evidence says, from the stage that weighs it.</summary>
    public Diagnosis? Diagnosis { get; set; }
}
