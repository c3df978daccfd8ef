using TextRepair.Models;

namespace TextRepair.Cleaning;

/// <summary>What tells that lines are no prose.</summary>
internal static class CodeSigns
{
    /// <summary>Tells whether the lines are source code, markup or a table rather than prose.</summary>
    public static bool LooksLikeCode(ReadOnlySpan<char> text, List<TextLine> lines)
    {
        int odd = 0;
        foreach (TextLine line in lines)
        {
            ReadOnlySpan<char> content = text[line.Start..line.End];
            // Readers of scans make marks of specks at the end of a line.
            if (content[^1] is '，' or '、' or '。') content = content.TrimEnd(" ，、。");
            if (content.Length == 0) continue;
            if (!Characters.HasHan(content) || content[^1] is '{' or '}' || content.IndexOfAny("\t|") >= 0 || content.IndexOf("  ") >= 0) odd++;
        }
        return odd * 5 > lines.Count;
    }
}
