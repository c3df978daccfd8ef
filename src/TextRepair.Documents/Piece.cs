namespace TextRepair.Documents;

/// <summary>A stretch of a document's text that stands in one place of the file.</summary>
/// <param name="text">What a reader sees.</param>
/// <param name="isFixed">Whether it stands for markup, such as a paragraph's end, and cannot be edited.</param>
internal class Piece(string text, bool isFixed)
{
    public string Text { get; } = text;

    public bool IsFixed { get; } = isFixed;

    /// <summary>Gets the changes, in order, disjoint; positions speak of <see cref="Text"/>.</summary>
    public List<PieceEdit> Edits { get; } = [];

    /// <summary>Gets the text with its edits made.</summary>
    public string Edited
    {
        get
        {
            var result = new System.Text.StringBuilder();
            int done = 0;
            foreach (PieceEdit edit in Edits)
            {
                result.Append(Text, done, edit.Start - done).Append(edit.Replacement);
                done = edit.Start + edit.Length;
            }
            return result.Append(Text, done, Text.Length - done).ToString();
        }
    }
}
