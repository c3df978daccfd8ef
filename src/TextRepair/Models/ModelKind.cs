namespace TextRepair.Models;

/// <summary>What a table of weights was trained for; written into the file, so that one is not taken for another.</summary>
internal enum ModelKind
{
    /// <summary>Where a quote ends.</summary>
    Quotes = 1,

    /// <summary>Whether a text runs on across a place.</summary>
    Continuity = 2,

    /// <summary>Whether a figure was deleted before a unit.</summary>
    Figures = 3,

    /// <summary>Whether a text that ends without a full stop was cut off.</summary>
    Ends = 4,
}
