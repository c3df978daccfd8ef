namespace TextRepair.Ocr;

/// <summary>When misread characters are looked for.</summary>
public enum OcrMode
{
    /// <summary>Never.</summary>
    Off,

    /// <summary>Where the document itself shows that a reader of scans wrote it; the default.</summary>
    Automatic,

    /// <summary>In every document: the caller knows that the text was scanned.</summary>
    On,

    /// <summary>In every document, looking closer: more is found, and more is found wrongly.</summary>
    Thorough,
}
