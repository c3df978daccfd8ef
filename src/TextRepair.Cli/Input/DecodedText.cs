namespace TextRepair.Cli;

/// <summary>A text and the encoding it was read in, so that it can be written the same way.</summary>
/// <param name="Text">The text without its byte-order mark.</param>
/// <param name="Encoding">The encoding.</param>
/// <param name="HasByteOrderMark">Whether a byte-order mark was there.</param>
internal readonly record struct DecodedText(string Text, TextEncoding Encoding, bool HasByteOrderMark)
{
    /// <summary>Encodes another text as this one was.</summary>
    public byte[] Encode(string text, TextEncoding? encoding = null) =>
        TextDecoder.Encode(text, encoding ?? Encoding, HasByteOrderMark);
}
