using System.Collections.Immutable;
using System.Text;

namespace TextRepair;

/// <summary>Swaps to undo, as people wrote them down.</summary>
/// <remarks>
/// The format is UTF-8 text, one swap a line, columns separated by tabs: damaged word, original, and if wanted family and
/// remark. Several originals of one damaged word stand on lines of their own, or in the second column separated by spaces
/// (the format of OpenCC's text dictionaries). Empty lines and lines that begin with # are passed over.
/// </remarks>
public sealed class CorrectionDictionary
{
    internal const int LongestWord = 32;

    private CorrectionDictionary(ImmutableArray<Substitution> substitutions) => Substitutions = substitutions;

    /// <summary>Gets the swaps, in the order of the file.</summary>
    public IReadOnlyList<Substitution> Substitutions { get; }

    /// <summary>Gets the built-in dictionary: words and phrases.</summary>
    public static CorrectionDictionary Default { get; } = new([.. BuiltInDictionary.Substitutions]);

    /// <summary>Makes a dictionary of pairs.</summary>
    /// <param name="substitutions">The swaps to undo.</param>
    /// <exception cref="DictionaryFormatException">A word is empty, too long, or equal to its original; or a pair is given twice.</exception>
    public static CorrectionDictionary Create(IEnumerable<Substitution> substitutions)
    {
        ArgumentNullException.ThrowIfNull(substitutions);
        var checker = new Checker("dictionary");
        int line = 0;
        foreach (Substitution substitution in substitutions) checker.Add(substitution, ++line);
        return checker.Build();
    }

    /// <summary>Reads a dictionary from a file.</summary>
    /// <param name="path">The path of a UTF-8 text file.</param>
    /// <exception cref="DictionaryFormatException">A line is not of the format; the message names file and line.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static CorrectionDictionary Load(string path)
    {
        using var reader = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
        return Read(reader, Path.GetFileName(path));
    }

    /// <summary>Reads a dictionary.</summary>
    /// <param name="reader">The text of the dictionary.</param>
    /// <param name="name">The name that messages use.</param>
    /// <exception cref="DictionaryFormatException">A line is not of the format, or not UTF-8.</exception>
    public static CorrectionDictionary Read(TextReader reader, string name)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var checker = new Checker(name);
        int number = 0;
        try
        {
            while (reader.ReadLine() is { } line)
            {
                number++;
                if (line.Length > 0 && line[0] != '#') ReadLine(line, number, name, checker);
            }
        }
        catch (DecoderFallbackException e)
        {
            throw new DictionaryFormatException($"{name}, after line {number}: expected UTF-8, found other bytes. Save the file as UTF-8.", e);
        }
        return checker.Build();
    }

    private static void ReadLine(string line, int number, string name, Checker checker)
    {
        string[] columns = line.Split('\t');
        if (columns.Length is < 2 or > 4)
            throw new DictionaryFormatException(name, number, columns.Length < 2
                ? $"expected two columns separated by a tab, found one (\"{Shorten(line)}\")."
                : $"expected at most four columns, found {columns.Length}.");
        string family = columns.Length > 2 && columns[2].Length > 0 ? columns[2] : "user";
        string remark = columns.Length > 3 ? columns[3] : "";
        string[] originals = columns[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (originals.Length == 0) throw new DictionaryFormatException(name, number, "expected an original in the second column, found nothing.");
        foreach (string original in originals) checker.Add(new Substitution(columns[0], original, family, remark), number);
    }

    private static string Shorten(string text) => text.Length > 40 ? text[..40] + "…" : text;

    private sealed class Checker(string name)
    {
        private readonly ImmutableArray<Substitution>.Builder _substitutions = ImmutableArray.CreateBuilder<Substitution>();
        private readonly Dictionary<(string, string, string), int> _lines = [];

        public void Add(Substitution substitution, int line)
        {
            (string damaged, string original, string family, _) = substitution;
            foreach (string word in (string[])[damaged, original])
            {
                if (word.Length is 0 or > LongestWord)
                    throw new DictionaryFormatException(name, line, $"expected words of 1 to {LongestWord} characters, found \"{Shorten(word)}\" ({word.Length}).");
                if (word.Any(c => char.IsSurrogate(c) || char.IsWhiteSpace(c)))
                    throw new DictionaryFormatException(name, line, $"expected words without white space and surrogates, found \"{word}\".");
            }
            if (damaged == original) throw new DictionaryFormatException(name, line, $"expected two different words, found \"{damaged}\" twice.");
            if (!_lines.TryAdd((damaged, original, family), line))
                throw new DictionaryFormatException(name, line, $"{damaged}→{original} is already on line {_lines[(damaged, original, family)]}. Delete one of them.");
            _substitutions.Add(substitution);
        }

        public CorrectionDictionary Build() => new(_substitutions.ToImmutable());
    }
}
