using System.Text;

namespace TextRepair.Benchmarks;

/// <summary>Texts and dictionaries made to be slow.</summary>
internal static class Adversaries
{
    private static readonly TextRepairer Default = new();
    private static readonly TextRepairer Suspicious = new(new TextRepairOptions { Source = TextSource.Suspected, MinimumConfidence = 0.5 });

    /// <summary>Gets each with its repairer and what makes a text of a length, in UTF-16 code units.</summary>
    public static (string Name, TextRepairer Repairer, Func<int, string> Make)[] All { get; } =
    [
        ("clean documents", Default, Samples.OfLength),
        ("damaged documents", Default, length => Simulator.Damage(Samples.OfLength(length))),
        ("trigger words only", Suspicious, length => Repeated("开展效劳根底原那么工程标准", length)),
        ("one word", Suspicious, length => Repeated("表达", length)),
        ("words that overlap", Suspicious, length => Repeated("达到", length)),
        ("a quote opened at every comma", Default, length => Samples.OfLength(length).Replace("”", "", StringComparison.Ordinal).Replace("，", "，“", StringComparison.Ordinal).PadRight(length)[..length]),
        ("one character", Suspicious, length => new string('开', length)),
        ("one digit run between trigger words", Suspicious, length => "效劳" + new string('1', length - 4) + "效劳"),
        ("100,000 pairs of the user", Hundred(), length => Repeated("甲乙丙丁戊己庚辛壬癸开展", length)),
    ];

    private static TextRepairer Hundred()
    {
        var pairs = new List<Substitution>();
        for (int i = 0; i < 100_000; i++)
        {
            char a = (char)('\u4e00' + (i / 400)), b = (char)('\u5f00' + (i % 400));
            pairs.Add(new Substitution($"{a}{b}", $"{b}{a}", "user", ""));
        }
        var options = new TextRepairOptions { Source = TextSource.Suspected };
        options.Dictionaries.Add(CorrectionDictionary.Create(pairs));
        return new TextRepairer(options);
    }

    private static string Repeated(string piece, int length)
    {
        var text = new StringBuilder(length + piece.Length);
        while (text.Length < length) text.Append(piece);
        return text.ToString(0, length);
    }
}
