namespace TextRepair.Anchoring;

/// <summary>The kinds of rare characters that a stage begins from; a text without them needs no such stage.</summary>
[Flags]
internal enum RareKinds
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Zero-width spaces and joiners, soft hyphens, byte-order marks inside the text.</summary>
    Invisible = 1,

    /// <summary>Radicals and compatibility ideographs.</summary>
    CompatibilityForm = 2,

    /// <summary>Characters of private use.</summary>
    PrivateUse = 4,

    /// <summary>Brackets of the kinds that are mistaken for each other: 〔〕【】［］.</summary>
    Bracket = 8,

    /// <summary>〝 and 〞.</summary>
    OddQuote = 16,

    /// <summary>What masks are made of: x, ×.</summary>
    Mask = 32,

    /// <summary>Letters and signs of Latin-1 from À on.</summary>
    Latin = 64,

    /// <summary>What stands where bytes were lost: U+FFFD, 锟, 烫, 屯.</summary>
    Lost = 128,

    /// <summary>What common characters of UTF-8 look like in GBK: 锛, 銆, 鈥, 鐨.</summary>
    Gbk = 256,
}
