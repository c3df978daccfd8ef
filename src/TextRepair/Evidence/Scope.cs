namespace TextRepair.Evidence;

/// <summary>A stretch of text whose evidence is pooled.</summary>
/// <param name="Start">Where it starts, in UTF-16 code units.</param>
/// <param name="End">Where it ends, exclusive.</param>
internal readonly record struct Scope(int Start, int End)
{
    /// <summary>Divides a text into scopes, in order; together they cover the text.</summary>
    public static List<Scope> Split(string text, RepairScope scope)
    {
        var scopes = new List<Scope>();
        int start = 0;
        if (scope != RepairScope.Document)
        {
            for (int i = text.IndexOf('\n'); i >= 0; i = text.IndexOf('\n', i + 1))
            {
                if (scope == RepairScope.Paragraph && !BlankLineFollows(text, i)) continue;
                scopes.Add(new Scope(start, i + 1));
                start = i + 1;
            }
        }
        if (start < text.Length) scopes.Add(new Scope(start, text.Length));
        return scopes;
    }

    private static bool BlankLineFollows(string text, int lineEnd)
    {
        int next = lineEnd + 1;
        while (next < text.Length && text[next] is ' ' or '\t' or '\r' or '\u3000') next++;
        return next == text.Length || text[next] == '\n';
    }
}
