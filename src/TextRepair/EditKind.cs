namespace TextRepair;

/// <summary>What kind of damage an edit repairs.</summary>
public enum EditKind
{
    /// <summary>A swapped word or phrase is put back: 根底设施 → 基础设施.</summary>
    Substitution,

    /// <summary>A character misread in a scan is corrected: 项住 → 顶住.</summary>
    Ocr,

    /// <summary>Page marks, page furniture, broken lines and stray spaces are removed.</summary>
    Layout,

    /// <summary>A lost or mismatched quote or bracket is mended.</summary>
    Quote,

    /// <summary>A character is replaced by its ordinary form: ⼯ → 工, １ → 1, zero-width characters removed.</summary>
    Width,
}
