using System.Text;
using System.Text.RegularExpressions;

namespace TextRepair.Documents;

/// <summary>Finds the encoding of a page and decodes it so that encoding it again gives the same bytes.</summary>
internal static partial class TextDecoder
{
    private const int HeadLength = 1024;

    public static (string Text, Encoding Encoding, int MarkLength) Decode(byte[] content)
    {
        (Encoding encoding, int mark) = Find(content);
        try
        {
            string text = encoding.GetString(content, mark, content.Length - mark);
            if (encoding.GetBytes(text).AsSpan().SequenceEqual(content.AsSpan(mark))) return (text, encoding, mark);
        }
        catch (DecoderFallbackException)
        {
            // Said below, with the name of the encoding.
        }
        throw new DocumentException($"The page holds bytes that are not {encoding.WebName}.");
    }

    private static (Encoding Encoding, int Mark) Find(byte[] content)
    {
        if (content is [0xEF, 0xBB, 0xBF, ..]) return (Strict("utf-8"), 3);
        if (content is [0xFF, 0xFE, ..]) return (Strict("utf-16"), 2);
        if (content is [0xFE, 0xFF, ..]) return (Strict("utf-16BE"), 2);
        string head = Encoding.Latin1.GetString(content, 0, Math.Min(content.Length, HeadLength));
        Match declared = Declaration().Match(head);
        if (declared.Success) return (Strict(Canonical(declared.Groups[1].Value)), 0);
        return (System.Text.Unicode.Utf8.IsValid(content) ? Strict("utf-8") : Strict("gb18030"), 0);
    }

    // Browsers read pages that call themselves GB2312 as GBK; GB 18030 reads both.
    private static string Canonical(string name) => name.ToUpperInvariant() switch
    {
        "GB2312" or "GBK" or "GB_2312-80" or "X-GBK" => "gb18030",
        "UTF8" => "utf-8",
        // A page that names UTF-16 and could be read as ASCII up to there is not UTF-16.
        "UTF-16" or "UTF-16LE" or "UTF-16BE" => "utf-8",
        _ => name,
    };

    private static Encoding Strict(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException e)
        {
            throw new DocumentException($"The page is in an encoding that is not known: {name}.", e);
        }
    }

    [GeneratedRegex("""(?:<meta[^>]*?charset|<\?xml[^>]*?encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Declaration();
}
