using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace TextRepair.Benchmarks;

/// <summary>What people do without a decision, over the same dictionary; and what the machine allows.</summary>
internal sealed class Baselines
{
    private readonly (string Damaged, string Original)[] _pairs;
    private readonly Dictionary<string, string> _originals;
    private readonly SearchValues<string> _words;
    private readonly SearchValues<char> _firstCharacters;
    private readonly Regex _regex;
    private readonly char[] _characters = new char[1 << 16];
    private readonly StringBuilder _copy = new();

    public Baselines()
    {
        _pairs = [.. CorrectionDictionary.Default.Substitutions.DistinctBy(s => s.Damaged).Select(s => (s.Damaged, s.Original))];
        _originals = _pairs.ToDictionary(p => p.Damaged, p => p.Original, StringComparer.Ordinal);
        string[] longestFirst = [.. _originals.Keys.OrderByDescending(word => word.Length).ThenBy(word => word, StringComparer.Ordinal)];
        _words = SearchValues.Create(longestFirst, StringComparison.Ordinal);
        _firstCharacters = SearchValues.Create([.. longestFirst.Select(word => word[0]).Distinct()]);
        _regex = new Regex(string.Join('|', longestFirst.Select(Regex.Escape)), RegexOptions.Compiled | RegexOptions.CultureInvariant);
    }

    /// <summary>Replaces word after word.</summary>
    public string Chain(string text)
    {
        foreach ((string damaged, string original) in _pairs) text = text.Replace(damaged, original, StringComparison.Ordinal);
        return text;
    }

    /// <summary>Replaces by one compiled alternation.</summary>
    public string Alternation(string text) => _regex.Replace(text, match => _originals[match.Value]);

    /// <summary>Replaces what SearchValues finds.</summary>
    public string Search(string text)
    {
        _copy.Clear();
        int done = 0;
        for (int at; (at = text.AsSpan(done).IndexOfAny(_words)) >= 0;)
        {
            string word = WordAt(text, done + at);
            _copy.Append(text, done, at).Append(_originals[word]);
            done += at + word.Length;
        }
        return done == 0 ? text : _copy.Append(text, done, text.Length - done).ToString();
    }

    /// <summary>Looks at every first character of a word, and does nothing.</summary>
    public int Scan(string text)
    {
        int count = 0;
        ReadOnlySpan<char> rest = text;
        for (int at; (at = rest.IndexOfAny(_firstCharacters)) >= 0; rest = rest[(at + 1)..]) count++;
        return count;
    }

    /// <summary>Decodes UTF-8 into a buffer.</summary>
    public int Decode(byte[] text) => Encoding.UTF8.GetChars(text, _characters);

    /// <summary>Copies into a new string.</summary>
    public string Copy(string text) => new(text.AsSpan());

    private string WordAt(string text, int start)
    {
        for (int length = Math.Min(6, text.Length - start); length > 0; length--)
            if (_originals.ContainsKey(text.Substring(start, length))) return text.Substring(start, length);
        throw new InvalidOperationException("SearchValues found a word that the dictionary does not have.");
    }
}
