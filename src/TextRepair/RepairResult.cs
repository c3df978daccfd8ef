namespace TextRepair;

/// <summary>What <see cref="TextRepairer.Repair(string)"/> did and what it could not do.</summary>
/// <remarks>Immutable. <c>Edits.ApplyTo(Original) == Text</c>.</remarks>
public sealed class RepairResult
{
    internal RepairResult(string original, string text, EditList edits, IReadOnlyList<Finding> findings, Diagnosis diagnosis) =>
        (Original, Text, Edits, Findings, Diagnosis) = (original, text, edits, findings, diagnosis);

    /// <summary>Gets the text as it was given.</summary>
    public string Original { get; }

    /// <summary>Gets the repaired text: the same instance as <see cref="Original"/> when nothing was changed.</summary>
    public string Text { get; }

    /// <summary>Gets what was changed.</summary>
    public EditList Edits { get; }

    /// <summary>Gets what was seen and not repaired, sorted by start.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Gets which swaps are in force in the document, and why.</summary>
    public Diagnosis Diagnosis { get; }
}
