namespace TextRepair.Cli;

/// <summary>What is right for a damaged text: its edits, and the places whose truth nobody can know.</summary>
internal sealed record Answer(IReadOnlyList<CodePointEdit> Edits, IReadOnlyList<CodePointEdit> Unsure);
