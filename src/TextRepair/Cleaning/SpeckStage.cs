using TextRepair.Models;

namespace TextRepair.Cleaning;

/// <summary>Takes lines out of a scan that hold nothing but what its reader made of specks and rules: one or two signs, or signs that are no words.</summary>
/// <remarks>Only beside lines of some length; rows of a table and short answers stand among their like.</remarks>
internal sealed class SpeckStage : IStage
{
    private const int Longest = 6;
    private const int ShortestNeighbour = 16; // columns

    /// <inheritdoc/>
    public void Run(string text, StageOutput output)
    {
        List<TextLine> lines = TextLine.Split(text);
        for (int i = 1; i < lines.Count; i++)
        {
            if (lines[i].End - lines[i].Start > Longest || lines[i - 1].Columns < ShortestNeighbour) continue;
            if (i + 1 < lines.Count && lines[i + 1].Columns < ShortestNeighbour) continue;
            if (IsSpeck(text, lines[i], LineEnd.Of(text, lines[i - 1]) == LineEnd.Sentence)) Remove(text, lines[i - 1].End, lines[i].End, output);
        }
    }

    // After a line in mid sentence a character may be the rest of its paragraph.
    private static bool IsSpeck(ReadOnlySpan<char> text, TextLine line, bool afterSentence)
    {
        ReadOnlySpan<char> content = text[line.Start..line.End];
        if (LineStart.IsMarked(text, line)) return false;
        int han = 0, letters = 0, signs = 0;
        foreach (char c in content)
        {
            if (Characters.IsHan(c)) han++;
            else if (char.IsAsciiLetterOrDigit(c)) letters++;
            else if (c != ' ') signs++;
        }
        bool ends = Characters.EndsSentence(content[^1]) || content[^1] is '：' or ':' or '”' or '）';
        if (ends && han > 0) return false;
        if (han + letters + signs <= 2) return han == 0 || (han == 1 && afterSentence);
        return afterSentence && han <= 1 && signs >= letters + han;
    }

    private static void Remove(string text, int start, int end, StageOutput output) =>
        output.Edits.Add(new TextEdit(start, text[start..end], "", EditKind.Layout, 0.9, "specks", "a line of signs that are no words"));
}
