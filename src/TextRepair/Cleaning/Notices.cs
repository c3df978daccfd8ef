using System.Buffers;
using System.Text.RegularExpressions;

namespace TextRepair.Cleaning;

/// <summary>The notices of <c>dictionaries/notices.tsv</c>: what document-sharing sites put into texts.</summary>
/// <param name="Spans">What goes wherever it stands.</param>
/// <param name="Lines">What goes where a line holds nothing else; the line without its blanks.</param>
internal sealed record Notices(Regex Spans, Regex Lines)
{
    private const string Resource = "notices.tsv";

    // What may stand between the parts of a notice; a low line in the table means it.
    private const string Break = @"[\s,，、;；.。:：!！~～\-—|·*（）()【】\[\]]{0,6}";

    // Looked for first: most 文档 and 下载 are no notice, and the patterns are slow. A test holds the table to them.
    private static readonly SearchValues<string> Cores = SearchValues.Create(
        ["还剩", "商业用途", "下载后", "可编辑", "欢迎下载", "下载高清", "可阅读全部内容", "仅供", "收益归属"], StringComparison.Ordinal);

    /// <summary>Tells whether a text has one of the words that every span holds.</summary>
    public static bool MayHoldSpan(ReadOnlySpan<char> text) => text.ContainsAny(Cores);

    /// <summary>Reads the embedded table.</summary>
    public static Notices Load()
    {
        using var reader = new StreamReader(typeof(Notices).Assembly.GetManifestResourceStream(Resource)!);
        ILookup<string, string> patterns = Rows(reader).ToLookup(row => row[0], row => row[1]);
        return new Notices(Compile("", patterns["span"], ""), Compile($@"\A{Break}(?:", patterns["line"].Select(pattern => pattern.Replace("_", Break, StringComparison.Ordinal)), $@"){Break}\z"));
    }

    private static IEnumerable<string[]> Rows(StreamReader reader)
    {
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line.Split('\t');
    }

    private static Regex Compile(string before, IEnumerable<string> patterns, string after) =>
        new(before + string.Join('|', patterns.Select(pattern => $"(?:{pattern})")) + after, RegexOptions.CultureInvariant);
}
