using System.Text;
using TextRepair.Cleaning;
using TextRepair.Models;

namespace TextRepair.Training.Layout;

/// <summary>Damages single characters of clean text as PDF extraction and web pages do; the same seed gives the same damage.</summary>
internal static class CharacterDamage
{
    private const int InvisibleEvery = 50;
    private static readonly string[] Invisible = ["\u200b", "\ufeff", "\u00ad", "\u2060", "\u200e", "\u200d"];

    private static readonly ILookup<char, char> Radicals = FormsIn('\u2e80', '\u2fd5'), Compatibility = FormsIn('\uf900', '\ufad9');

    /// <summary>Strews invisible characters in, one in fifty places.</summary>
    public static DamagedText AddInvisible(string text, Random random)
    {
        // One document has one kind, from one program.
        string mark = Invisible[random.Next(Invisible.Length)];
        return Change(text, "invisible", i => random.Next(InvisibleEvery) == 0 && i > 0 && !char.IsLowSurrogate(text[i]) ? (mark, 0) : null);
    }

    /// <summary>Writes characters as radicals, each with a chance of one half.</summary>
    public static DamagedText UseRadicals(string text, Random random) => UseForms(text, Radicals, random);

    /// <summary>Writes characters as compatibility ideographs, each with a chance of one half.</summary>
    public static DamagedText UseCompatibility(string text, Random random) => UseForms(text, Compatibility, random);

    /// <summary>Sets all characters of a text apart, by one kind of blank; single lines where asked.</summary>
    public static DamagedText SetApart(string text, bool wholeText, Random random)
    {
        string blank = random.Next(3) == 0 ? "\u3000" : " ";
        bool isApart = true;
        return Change(text, "spaced-text", i =>
        {
            if (i > 0 && text[i - 1] == '\n') isApart = wholeText || random.Next(3) == 0;
            return isApart && i > 0 && MayStandApart(text[i - 1], text[i]) ? (blank, 0) : null;
        });
    }

    private static bool MayStandApart(char left, char right) =>
        !Characters.IsBlank(left) && !Characters.IsBlank(right) && !char.IsSurrogate(left) && (Characters.IsHan(left) || Characters.IsHan(right));

    private static ILookup<char, char> FormsIn(char first, char last) =>
        Enumerable.Range(first, last - first + 1).Select(c => (char)c).Where(c => CompatibilityForms.Ordinary(c) != c).ToLookup(CompatibilityForms.Ordinary);

    private static DamagedText UseForms(string text, ILookup<char, char> forms, Random random) => Change(text, "compatibility-form", i =>
    {
        char[] known = [.. forms[text[i]]];
        return known.Length > 0 && random.Next(2) == 0 ? (known[random.Next(known.Length)].ToString(), 1) : null;
    });

    // Hands each place to a rule, which says what comes there and how many characters it stands for; null leaves it.
    private static DamagedText Change(string text, string name, Func<int, (string New, int Length)?> rule)
    {
        var damaged = new StringBuilder(text.Length);
        var repairs = new List<TextEdit>();
        for (int i = 0; i < text.Length; i++)
        {
            (string New, int Length)? change = rule(i);
            if (change is var (wrong, length))
            {
                repairs.Add(new TextEdit(damaged.Length, wrong, text.Substring(i, length), EditKind.Width, 1, name, "simulated"));
                damaged.Append(wrong);
            }
            if (change is not { Length: 1 }) damaged.Append(text[i]);
        }
        return new DamagedText(text, damaged.ToString(), repairs);
    }
}
