namespace TextRepair.Cli;

/// <summary>The encodings that are read and written.</summary>
internal enum TextEncoding
{
    Utf8,
    Gb18030,
    Utf16LittleEndian,
    Utf16BigEndian,
}
