namespace TextRepair.Training;

/// <summary>A text that was damaged, and what would undo it.</summary>
/// <param name="Original">The text as it was.</param>
/// <param name="Text">The damaged text.</param>
/// <param name="Repairs">Edits of the damaged text that give the original.</param>
internal sealed record DamagedText(string Original, string Text, IReadOnlyList<TextEdit> Repairs);
