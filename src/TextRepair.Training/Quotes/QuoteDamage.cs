using System.Text;
using TextRepair.Pairing;

namespace TextRepair.Training.Quotes;

/// <summary>Damages the quotes and brackets of clean text as copying does, and keeps the edits that undo it.</summary>
/// <remarks>The same seed gives the same damage.</remarks>
internal static class QuoteDamage
{
    private const string Closing = "closing-quote", Form = "quote-form", Bracket = "bracket-form";
    private const int LongestBracket = 60;

    /// <summary>Takes all closing quotes away.</summary>
    public static DamagedText LoseAll(string text, Random random) => Change(text, (i, _) => text[i] == '”' ? "" : null, Closing);

    /// <summary>Takes closing quotes away, each with a chance of one half.</summary>
    public static DamagedText LoseHalf(string text, Random random) =>
        Change(text, (i, _) => text[i] == '”' && random.Next(2) == 0 ? "" : null, Closing);

    /// <summary>Takes one closing quote away.</summary>
    public static DamagedText LoseOne(string text, Random random)
    {
        int lost = random.Next(Math.Max(1, text.Count(c => c == '”'))), seen = 0;
        return Change(text, (i, _) => text[i] == '”' && seen++ == lost ? "" : null, Closing);
    }

    /// <summary>Makes 〞 of closing quotes, each with a chance of one half.</summary>
    public static DamagedText ChangeForms(string text, Random random) =>
        Change(text, (i, open) => text[i] == '”' && open && random.Next(2) == 0 ? "〞" : null, Form);

    /// <summary>Makes “ of closing quotes, one in ten.</summary>
    public static DamagedText TurnQuotes(string text, Random random) =>
        Change(text, (i, open) => text[i] == '”' && open && random.Next(10) == 0 ? "“" : null, Form);

    /// <summary>Makes 〕 of closing round brackets, each with a chance of one half.</summary>
    public static DamagedText ChangeBrackets(string text, Random random) =>
        Change(text, (i, _) => text[i] == '）' && IsShortPair(text, i) && random.Next(2) == 0 ? "〕" : null, Bracket);

    /// <summary>Makes question marks of all title marks.</summary>
    public static DamagedText LoseTitleMarks(string text, Random random) =>
        Change(text, (i, _) => text[i] is '《' or '》' ? "?" : null, "title-mark");

    private static bool IsShortPair(string text, int end)
    {
        int open = text.LastIndexOf('（', end, Math.Min(end + 1, LongestBracket));
        return open >= 0 && !text.AsSpan(open + 1, end - open - 1).ContainsAny(Brackets.MarksAndLineEnds);
    }

    // Hands each place and whether a quote is open there to a rule, which says what the character becomes; null leaves it.
    private static DamagedText Change(string text, Func<int, bool, string?> rule, string name)
    {
        var damaged = new StringBuilder(text.Length);
        var repairs = new List<TextEdit>();
        bool open = false;
        for (int i = 0; i < text.Length; i++)
        {
            string? changed = rule(i, open);
            if (changed is not null) repairs.Add(new TextEdit(damaged.Length, changed, text[i].ToString(), EditKind.Quote, 1, name, "simulated"));
            damaged.Append(changed ?? text[i].ToString());
            open = text[i] is '“' or '”' ? text[i] == '“' : open;
        }
        return new DamagedText(text, damaged.ToString(), repairs);
    }
}
