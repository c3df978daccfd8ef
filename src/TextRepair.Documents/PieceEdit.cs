namespace TextRepair.Documents;

/// <summary>A change within one piece.</summary>
/// <param name="Start">Where it starts in the piece, in UTF-16 code units.</param>
/// <param name="Length">How much is replaced, in UTF-16 code units.</param>
/// <param name="Replacement">What takes its place.</param>
internal readonly record struct PieceEdit(int Start, int Length, string Replacement);
