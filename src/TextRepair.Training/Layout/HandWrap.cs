namespace TextRepair.Training.Layout;

/// <summary>How people tell paragraphs apart in text that they wrap.</summary>
internal enum HandWrap
{
    /// <summary>By an empty line, as in mail.</summary>
    EmptyLine,

    /// <summary>By two full-width spaces, as in books that were typed.</summary>
    Indent,

    /// <summary>By an empty line, everything set in, as in manual pages.</summary>
    Manual,
}
