using TextRepair.Findings;

namespace TextRepair.Training.Figures;

/// <summary>A unit without a figure.</summary>
/// <param name="Text">The text around it.</param>
/// <param name="Gap">The place in it.</param>
/// <param name="IsDeleted">Whether a figure was deleted there; otherwise there never was one.</param>
internal sealed record FigureCase(string Text, FigureGap Gap, bool IsDeleted);
