namespace TextRepair.Cli;

/// <summary>The names of encodings on the command line.</summary>
internal static class EncodingNames
{
    /// <summary>Finds an encoding; <see langword="null"/> for "auto" and for no name.</summary>
    public static TextEncoding? Parse(string? name) => name?.ToLowerInvariant() switch
    {
        null or "auto" or "keep" => null,
        "utf-8" or "utf8" => TextEncoding.Utf8,
        "gb18030" or "gbk" or "gb2312" => TextEncoding.Gb18030,
        "utf-16" or "utf-16le" => TextEncoding.Utf16LittleEndian,
        "utf-16be" => TextEncoding.Utf16BigEndian,
        _ => throw new CliException($"Encodings are auto, utf-8, gb18030, utf-16 and utf-16be, found \"{name}\"."),
    };
}
