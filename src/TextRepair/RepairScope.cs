namespace TextRepair;

/// <summary>What is one document: the stretch of text whose evidence is pooled.</summary>
public enum RepairScope
{
    /// <summary>The whole text.</summary>
    Document,

    /// <summary>Paragraphs, divided by blank lines.</summary>
    Paragraph,

    /// <summary>Lines: question banks, tables, concatenated files.</summary>
    Line,
}
