namespace TextRepair.Cli;

/// <summary>From UTF-16 code units to code points.</summary>
internal static class CodePoints
{
    public static List<CodePointEdit> Convert(string text, IEnumerable<TextEdit> edits)
    {
        int[] at = new int[text.Length + 1];
        for (int i = 0; i < text.Length; i++)
            at[i + 1] = at[i] + (char.IsLowSurrogate(text[i]) && i > 0 && char.IsHighSurrogate(text[i - 1]) ? 0 : 1);
        return [.. edits.Select(edit => new CodePointEdit(at[edit.Start], at[edit.End] - at[edit.Start], edit.Replacement, edit.Kind))];
    }
}
