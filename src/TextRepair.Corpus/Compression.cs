namespace TextRepair.Corpus;

/// <summary>How a file is compressed; told by its name.</summary>
internal enum Compression
{
    None,
    Gzip,
    Zstandard,
}
