using System.Text;
using System.Text.RegularExpressions;

namespace TextRepair.Training.Figures;

/// <summary>Decodes passages with the wrong encoding, hides names and drives characters of private use in; the same text gives the same damage.</summary>
internal static partial class EncodingDamage
{
    private const int Passages = 3;

    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    /// <summary>The ways in which bytes are read wrongly: written as, read as.</summary>
    public static IReadOnlyList<(string Name, Encoding Written, Encoding Read)> Ways { get; } =
    [
        ("UTF-8 read as GBK", Encoding.UTF8, Gbk),
        ("UTF-8 read as Latin-1", Encoding.UTF8, Encoding.Latin1),
        ("GBK read as Latin-1", Gbk, Encoding.Latin1),
        ("GBK read as UTF-8", Gbk, Encoding.UTF8),
    ];

    /// <summary>Reads up to three passages of a text, each from comma to comma, in the wrong encoding.</summary>
    /// <returns>The damaged text, and where the passages are.</returns>
    public static (string Text, List<(int Start, int End)> Places) ReadWrongly(string text, string name, Encoding written, Encoding read) =>
        Replace(text, name, Passage().Matches(text), Passages, passage => read.GetString(written.GetBytes(passage)));

    /// <summary>Puts 锟斤拷 for up to three passages, as bytes that were lost and read once more.</summary>
    public static (string Text, List<(int Start, int End)> Places) Lose(string text, string name) =>
        Replace(text, name, Passage().Matches(text), Passages, passage => Gbk.GetString(Encoding.UTF8.GetBytes(new string('\ufffd', passage.Length / 2 * 2))));

    /// <summary>Puts signs of a font's own in: bullets before up to three lines, and for up to three rare characters.</summary>
    public static (string Text, List<(int Start, int End)> Places) UsePrivate(string text, string name) =>
        Replace(text, name, Signs().Matches(text), 2 * Passages, sign => sign.Length == 0 ? "\uf06c " : "\ue5d2");

    /// <summary>Hides up to six years and names of places and firms: xx年, XX县.</summary>
    public static (string Text, List<(int Start, int End)> Places) Mask(string text, string name)
    {
        string mark = ((string[])["x", "X", "×", "Ｘ"])[(int)(Draw.Of("mask " + name) * 4)];
        return Replace(text, name, Hidden().Matches(text), 2 * Passages, _ => mark + mark);
    }

    private static (string Text, List<(int Start, int End)> Places) Replace(string text, string name, IEnumerable<Match> places, int most, Func<string, string> damage)
    {
        var damaged = new StringBuilder(text.Length);
        var done = 0;
        var spans = new List<(int Start, int End)>();
        foreach (Match place in places.OrderBy(place => Draw.Of($"{name} {place.Index}")).Take(most).OrderBy(place => place.Index))
        {
            damaged.Append(text, done, place.Index - done);
            string wrong = damage(place.Value);
            spans.Add((damaged.Length, damaged.Length + wrong.Length));
            damaged.Append(wrong);
            done = place.Index + place.Length;
        }
        return (damaged.Append(text, done, text.Length - done).ToString(), spans);
    }

    [GeneratedRegex(@"(?<=[，。；\n])[\u4e00-\u9fff][\u4e00-\u9fff，、“”《》0-9]{7,59}(?=[。；\n])", RegexOptions.CultureInvariant)]
    private static partial Regex Passage();

    [GeneratedRegex(@"(?<=\n)(?=[\u4e00-\u9fff]{6})|(?<=[\u4e00-\u9fff]{2})[镕喆淼堃珺昇祎玥](?=[\u4e00-\u9fff])", RegexOptions.CultureInvariant)]
    private static partial Regex Signs();

    [GeneratedRegex(@"(?<![0-9A-Za-z])[0-9]{4}(?=年)|(?<=[，。、在到对了和\n])[\u4e00-\u9fff]{2}(?=(?:[县市区镇乡村]|公司|单位|医院|学校))", RegexOptions.CultureInvariant)]
    private static partial Regex Hidden();
}
