using TextRepair.Training;
using TextRepair.Training.Layout;
using TextRepair.Training.Quotes;

namespace TextRepair.Tests.Training;

/// <summary>Damage of several kinds at once, at random: whatever comes out obeys the laws.</summary>
public class DamageFuzzTests
{
    private const int Rounds = 6;

    private static readonly TextRepairer Repairer = new();
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "CleanTexts");

    private static readonly Func<string, Random, DamagedText>[] Kinds =
    [
        LayoutDamage.DrivePageMarksIn, LayoutDamage.BreakLines, RunningTitleDamage.Insert, RunningTitleDamage.InsertBetweenLines,
        (text, random) => NoticeDamage.Insert(text, inMidSentence: false, random), (text, random) => NoticeDamage.Insert(text, inMidSentence: true, random),
        (text, random) => CharacterDamage.SetApart(text, wholeText: true, random), (text, random) => CharacterDamage.SetApart(text, wholeText: false, random),
        CharacterDamage.AddInvisible, CharacterDamage.UseRadicals, CharacterDamage.UseCompatibility,
        QuoteDamage.LoseAll, QuoteDamage.LoseHalf, QuoteDamage.ChangeForms, QuoteDamage.TurnQuotes, QuoteDamage.ChangeBrackets, QuoteDamage.LoseTitleMarks,
        (text, random) => DamagedWords(text, random),
    ];

    public static TheoryData<string> Names => [.. Directory.EnumerateFiles(Folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Names))]
    public void Splices_of_damage_are_repaired_by_the_laws(string name)
    {
        string clean = File.ReadAllText(Path.Combine(Folder, name));
        var random = new Random(11);
        for (int round = 0; round < Rounds; round++)
        {
            // Several copies, so that there is room for pages.
            string text = string.Concat(Enumerable.Repeat(clean, random.Next(1, 4)));
            for (int kinds = random.Next(1, 4); kinds > 0; kinds--) text = Splice(text, Kinds[random.Next(Kinds.Length)], random);
            CheckLaws(text);
        }
    }

    // A stretch of the text is damaged, the rest is not.
    private static string Splice(string text, Func<string, Random, DamagedText> damage, Random random)
    {
        int start = random.Next(2) == 0 ? 0 : random.Next(text.Length / 2), end = random.Next(2) == 0 ? text.Length : random.Next(start + (text.Length / 3), text.Length);
        string stretch = text[start..end];
        return stretch.Length < 2 ? text : string.Concat(text.AsSpan(0, start), damage(stretch, random).Text, text.AsSpan(end));
    }

    private static DamagedText DamagedWords(string text, Random random)
    {
        foreach (Substitution swap in CorrectionDictionary.Default.Substitutions) text = text.Replace(swap.Original, swap.Damaged, StringComparison.Ordinal);
        return new DamagedText(text, random.Next(2) == 0 ? text : text + text, []);
    }

    private static void CheckLaws(string text)
    {
        RepairResult result = Repairer.Repair(text);
        Assert.Equal(result.Text, result.Edits.ApplyTo(text));
        Assert.Equal(text, result.Edits.Invert().ApplyTo(result.Text));
        Assert.All(result.Findings, finding => Assert.InRange(finding.Start, 0, text.Length));
        Assert.Same(result.Text, Repairer.Repair(result.Text).Text);
    }
}
