using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TextRepair.Documents;

/// <summary>The text of one run of a Word document.</summary>
/// <param name="element">Where it stands.</param>
internal sealed class RunPiece(Text element) : Piece(element.Text, isFixed: false)
{
    /// <summary>Puts the edited text in place; the run keeps its formatting.</summary>
    public void Write()
    {
        element.Text = Edited;
        // Word drops white space at the ends of a text that does not say to keep it.
        if (Edited.Length > 0 && (char.IsWhiteSpace(Edited[0]) || char.IsWhiteSpace(Edited[^1]))) element.Space = SpaceProcessingModeValues.Preserve;
    }
}
