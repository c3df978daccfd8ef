namespace TextRepair;

/// <summary>What a finding reports.</summary>
public enum FindingKind
{
    /// <summary>A figure was deleted: 完成亿元.</summary>
    MissingFigure,

    /// <summary>A figure or a year cannot be right: 2023亿元, results of 2023年 in a report of 2012.</summary>
    ImpossibleFigure,

    /// <summary>Something was masked: xx年, XX县区.</summary>
    Mask,

    /// <summary>A quote or bracket is open and its end is not sure.</summary>
    UnclosedQuote,

    /// <summary>The text ends in mid sentence.</summary>
    TruncatedEnd,

    /// <summary>Text was decoded with the wrong encoding, or is of private use: only a font tells what it was.</summary>
    Mojibake,

    /// <summary>A word is far too frequent and its synonyms are absent: a swap the dictionary does not know.</summary>
    UnknownSwap,

    /// <summary>A character or word was deleted: 规化 for 规范化.</summary>
    MissingCharacter,
}
