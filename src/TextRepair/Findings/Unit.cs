namespace TextRepair.Findings;

/// <summary>A unit that wants a figure before it.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends, exclusive.</param>
internal readonly record struct Unit(int Start, int End)
{
    // Each is found by its rarest character; the others of a unit are checked around it.
    private static readonly (string Word, int Anchor)[] Words =
    [
        ("亿美元", 0), ("亿元", 0), ("个百分点", 3), ("百分点", 2), ("平方公里", 1), ("平方千米", 1), ("平方米", 1), ("立方米", 1), ("%", 0), ("％", 0),
    ];

    /// <summary>Finds the unit whose anchor stands at a place.</summary>
    public static Unit? At(ReadOnlySpan<char> text, int anchor)
    {
        foreach ((string word, int offset) in Words)
        {
            if (text[anchor] != word[offset]) continue;
            int start = anchor - offset;
            if (start >= 0 && text[start..].StartsWith(word, StringComparison.Ordinal)) return new Unit(start, start + word.Length);
        }
        return null;
    }
}
