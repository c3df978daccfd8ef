using DiffPlex;
using DiffPlex.Model;

namespace TextRepair.Cli;

/// <summary>The edits between two texts: lines first, then characters within the lines that differ, since the character
/// difference alone is quadratic in the worst case.</summary>
internal static class TextDifference
{
    /// <summary>Finds the edits that turn one text into the other.</summary>
    public static IReadOnlyList<TextEdit> Find(string damaged, string right)
    {
        var edits = new List<TextEdit>();
        DiffResult lines = Differ.Instance.CreateCustomDiffs(damaged, right, false, SplitLines);
        int[] starts = Starts(lines.PiecesOld);
        foreach (DiffBlock block in lines.DiffBlocks)
        {
            string before = string.Concat(lines.PiecesOld.Skip(block.DeleteStartA).Take(block.DeleteCountA));
            string after = string.Concat(lines.PiecesNew.Skip(block.InsertStartB).Take(block.InsertCountB));
            DiffResult characters = Differ.Instance.CreateCharacterDiffs(before, after, false);
            foreach (DiffBlock part in characters.DiffBlocks)
                edits.Add(new TextEdit(
                    starts[block.DeleteStartA] + part.DeleteStartA,
                    before.Substring(part.DeleteStartA, part.DeleteCountA),
                    after.Substring(part.InsertStartB, part.InsertCountB),
                    EditKind.Substitution, 1, "", ""));
        }
        return edits;
    }

    private static string[] SplitLines(string text)
    {
        var lines = new List<string>();
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start) is var at and >= 0 ? at + 1 : text.Length;
            lines.Add(text[start..end]);
            start = end;
        }
        return [.. lines];
    }

    private static int[] Starts(IReadOnlyList<string> lines)
    {
        int[] starts = new int[lines.Count + 1];
        for (int i = 0; i < lines.Count; i++) starts[i + 1] = starts[i] + lines[i].Length;
        return starts;
    }
}
