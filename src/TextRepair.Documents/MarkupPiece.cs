namespace TextRepair.Documents;

/// <summary>Text between two tags, or one character reference.</summary>
/// <param name="text">What a reader sees.</param>
/// <param name="start">Where it starts in the source.</param>
/// <param name="end">Where it ends in the source.</param>
internal sealed class MarkupPiece(string text, int start, int end) : Piece(text, isFixed: false)
{
    /// <summary>Finds what an edit replaces in the source.</summary>
    public (int Start, int End) Locate(PieceEdit edit)
    {
        if (end - start == Text.Length) return (start + edit.Start, start + edit.Start + edit.Length);
        // A reference such as &ldquo; is replaced as a whole, or has text put before or after it.
        if (edit.Length > 0) return (start, end);
        return edit.Start == 0 ? (start, start) : (end, end);
    }
}
