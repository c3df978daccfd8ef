using System.Text.RegularExpressions;

namespace TextRepair.Cleaning;

/// <summary>Notices of one kind: patterns, and words of which each match holds one.</summary>
/// <remarks>Most 文档 and 下载 are no notice, and patterns are slow: the words are looked for first.</remarks>
internal sealed class Notices
{
    private const string Resource = "notices.tsv";

    // What may stand between the parts of a notice; a low line in the table means it.
    private const string Break = @"[\s,，、;；.。:：!！~～\-—|·*（）()【】\[\]]{0,6}";

    private readonly Regex _pattern;
    private readonly string[] _needed;

    private Notices(string pattern, IEnumerable<string[]> rows)
    {
        _pattern = new Regex(pattern, RegexOptions.CultureInvariant);
        _needed = [.. rows.SelectMany(row => row[2].Split('|')).Distinct()];
    }

    /// <summary>Reads what the embedded table <c>dictionaries/notices.tsv</c> says goes wherever it stands.</summary>
    public static Notices LoadSpans()
    {
        string[][] rows = Rows("span");
        return new Notices(Alternatives(rows.Select(row => row[1])), rows);
    }

    /// <summary>Reads what it says goes where a line holds nothing else.</summary>
    public static Notices LoadLines()
    {
        string[][] rows = Rows("line");
        return new Notices($@"\A{Break}(?:{Alternatives(rows.Select(row => row[1].Replace("_", Break, StringComparison.Ordinal)))}){Break}\z", rows);
    }

    /// <summary>Tells whether a text holds a match.</summary>
    public bool IsMatch(ReadOnlySpan<char> text) => MayMatch(text) && _pattern.IsMatch(text);

    /// <summary>Finds the match that goes over a place.</summary>
    public Range? FindAt(ReadOnlySpan<char> text, int place)
    {
        if (!MayMatch(text)) return null;
        foreach (ValueMatch match in _pattern.EnumerateMatches(text))
            if (match.Index <= place && match.Index + match.Length > place) return match.Index..(match.Index + match.Length);
        return null;
    }

    private bool MayMatch(ReadOnlySpan<char> text)
    {
        foreach (string word in _needed) if (text.Contains(word, char.IsAscii(word[0]) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal)) return true;
        return false;
    }

    private static string[][] Rows(string kind)
    {
        using var reader = new StreamReader(typeof(Notices).Assembly.GetManifestResourceStream(Resource)!);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.StartsWith(kind, StringComparison.Ordinal)).Select(line => line.Split('\t'))];
    }

    private static string Alternatives(IEnumerable<string> patterns) => string.Join('|', patterns.Select(pattern => $"(?:{pattern})"));
}
