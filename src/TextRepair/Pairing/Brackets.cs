using System.Buffers;

namespace TextRepair.Pairing;

/// <summary>The brackets of running text.</summary>
internal static class Brackets
{
    private const string Opening = "（(〔［[【《〈「『";
    private const string Closing = "）)〕］]】》〉」』";

    /// <summary>Gets all brackets, and the ends of lines, which no mended pair reaches beyond.</summary>
    public static SearchValues<char> MarksAndLineEnds { get; } = SearchValues.Create(Opening + Closing + "\n\r");

    /// <summary>Tells whether a character opens a bracket.</summary>
    public static bool IsOpening(char c) => Opening.Contains(c, StringComparison.Ordinal);

    /// <summary>Gets the bracket that closes what another one opened.</summary>
    public static char PartnerOf(char opening) => Closing[Opening.IndexOf(opening, StringComparison.Ordinal)];

    /// <summary>Gets the kind of a bracket of either side.</summary>
    public static BracketKind KindOf(char c) => c switch
    {
        '（' or '(' or '）' or ')' => BracketKind.Round,
        '〔' or '〕' => BracketKind.Shell,
        '［' or '[' or '］' or ']' => BracketKind.Square,
        '【' or '】' => BracketKind.Lens,
        '《' or '》' => BracketKind.Title,
        '〈' or '〉' => BracketKind.SingleTitle,
        '「' or '」' or '『' or '』' => BracketKind.Corner,
        _ => BracketKind.None,
    };
}
