namespace TextRepair;

/// <summary>A part of a long text and its repair. The parts of a text are in order, touch each other and cover it.</summary>
/// <remarks>Parts are cut at fixed places of the text: where they begin does not depend on how the text arrived.</remarks>
/// <param name="Position">Where the part begins in the text as it was given, in UTF-16 code units.</param>
/// <param name="Result">The repair; its positions count from the beginning of the part.</param>
public sealed record RepairedPart(long Position, RepairResult Result);
