namespace TextRepair;

/// <summary>Where a text comes from: how probable damage is before the text is read.</summary>
public enum TextSource
{
    /// <summary>Any text: one document in 500 is taken to be damaged.</summary>
    Unknown,

    /// <summary>Text from a document-sharing site or the like: one document in three is taken to be damaged.</summary>
    Suspected,
}
