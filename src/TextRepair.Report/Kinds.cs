namespace TextRepair.Report;

/// <summary>What kinds of edits and findings are called on the page.</summary>
internal static class Kinds
{
    /// <summary>The class of a kind in the style sheet, and its name in the data.</summary>
    public static string Class(EditKind kind) => kind switch
    {
        EditKind.Substitution => "substitution",
        EditKind.Ocr => "ocr",
        EditKind.Layout => "layout",
        EditKind.Quote => "quote",
        _ => "width",
    };

    /// <summary>What readers see.</summary>
    public static string Name(EditKind kind) => kind switch
    {
        EditKind.Substitution => "Swapped words",
        EditKind.Ocr => "Misread characters",
        EditKind.Layout => "Layout",
        EditKind.Quote => "Quotes and brackets",
        _ => "Character forms",
    };

    /// <summary>What readers see.</summary>
    public static string Name(FindingKind kind) => kind switch
    {
        FindingKind.MissingFigure => "Missing figure",
        FindingKind.ImpossibleFigure => "Impossible figure",
        FindingKind.Mask => "Mask",
        FindingKind.UnclosedQuote => "Unclosed quote",
        FindingKind.TruncatedEnd => "Cut off",
        FindingKind.Mojibake => "Wrong encoding",
        FindingKind.UnknownSwap => "Unknown swap",
        FindingKind.MissingCharacter => "Missing character",
        _ => kind.ToString(),
    };

    /// <summary>The shade of an edit, 1 to 4: the surer, the stronger.</summary>
    public static int Shade(double confidence) => confidence switch
    {
        >= 0.999 => 4,
        >= 0.99 => 3,
        >= 0.95 => 2,
        _ => 1,
    };
}
