namespace TextRepair.Findings;

/// <summary>A unit that no figure stands before.</summary>
/// <param name="Left">Where what stands before it ends, exclusive; blanks may lie between.</param>
/// <param name="Unit">The unit.</param>
internal readonly record struct FigureGap(int Left, Unit Unit);
