namespace TextRepair.Ocr;

/// <summary>Groups of characters that are treated alike.</summary>
internal static class TokenGroup
{
    /// <summary>Nine in ten of the characters that tesseract puts where none was.</summary>
    public const string Inserted = "和人有上了";

    /// <summary>The characters of numbers.</summary>
    public const string Numerals = "〇零一二三四五六七八九十百千万亿两";
}
