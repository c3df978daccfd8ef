namespace TextRepair.Cli;

/// <summary>The names of encodings on the command line.</summary>
internal static class EncodingNames
{
    /// <summary>Finds an encoding; <see langword="null"/> for "auto", "keep" and no name.</summary>
    /// <param name="name">What was given.</param>
    /// <param name="setting">Where it was given, for the message.</param>
    public static TextEncoding? Parse(string? name, string setting = "--encoding") => name?.ToLowerInvariant() switch
    {
        null or "auto" or "keep" => null,
        "utf-8" or "utf8" => TextEncoding.Utf8,
        "gb18030" or "gbk" or "gb2312" => TextEncoding.Gb18030,
        "utf-16" or "utf-16le" => TextEncoding.Utf16LittleEndian,
        "utf-16be" => TextEncoding.Utf16BigEndian,
        _ => throw new CliException($"{setting} takes auto (or keep), utf-8, gb18030, utf-16 and utf-16be, found \"{name}\"."),
    };
}
