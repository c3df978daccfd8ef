namespace TextRepair;

/// <summary>Where a text comes from: how probable damage is before the text is read.</summary>
public enum TextSource
{
    /// <summary>Any text: one document in 200 is taken to be damaged; of those with less than 1,200 characters fewer, in proportion.</summary>
    Unknown,

    /// <summary>Text from a document-sharing site or the like: one document in three is taken to be damaged.</summary>
    Suspected,
}
