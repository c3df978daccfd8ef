using CsCheck;

namespace TextRepair.Tests.Cleaning;

/// <summary>The laws, on texts as nasty as they come.</summary>
public class CleaningPropertyTests
{
    private static readonly TextRepairer Repairer = new(new TextRepairOptions { CharacterForms = (CharacterForms)127 });
    private static readonly TextRepairer OfScans = new(new TextRepairOptions { IsScan = true });

    // Lines of about one width, so that texts are taken for pages.
    private static readonly Gen<string> Pages = Gen.Select(Texts.Any, Gen.OneOfConst("\n", "\n\n", "\n\f", "。\n", "; ", " ("))
        .Select((text, end) => text.Replace("\n", "", StringComparison.Ordinal).PadRight(20, '文')[..20] + end).Array[3, 20].Select(string.Concat);

    [Fact]
    public void Edits_are_lawful_on_any_text() => Texts.Any.Sample(CheckLaws, iter: 3000);

    [Fact]
    public void Edits_are_lawful_on_any_page() => Pages.Sample(CheckLaws, iter: 2000);

    [Theory]
    [InlineData("“")]
    [InlineData("“甲")]
    [InlineData("\n1、")]
    [InlineData("\n")]
    [InlineData("亿元")]
    [InlineData("完成亿元，")]
    [InlineData("，")]
    [InlineData("还剩")]
    [InlineData("\u200b")]
    [InlineData("⼯")]
    [InlineData(" ")]
    [InlineData("第1页 共2页\n")]
    [InlineData("\f")]
    [InlineData("文件\n\f")]
    [InlineData("〈甲)")]
    [InlineData("甲: 乙; (丙) ")]
    public void A_piece_repeated_without_end_takes_linear_time(string piece) =>
        CheckLaws(string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length)));

    [Theory]
    [InlineData("“")]
    [InlineData("\n7、政")]
    public void A_million_of_one_character_is_no_trouble(string piece) =>
        CheckLaws(string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length)));

    private static void CheckLaws(string text)
    {
        CheckLaws(text, Repairer);
        CheckLaws(text, OfScans);
    }

    private static void CheckLaws(string text, TextRepairer repairer)
    {
        RepairResult result = repairer.Repair(text);
        Assert.Equal(result.Text, result.Edits.ApplyTo(text));
        if (result.Edits.Count == 0) Assert.Same(text, result.Text);
        Assert.All(result.Findings, finding => Assert.InRange(finding.Start, 0, text.Length));
        foreach (TextEdit edit in result.Edits)
        {
            Assert.False(Splits(text, edit.Start));
            Assert.False(Splits(text, edit.End));
        }
        Assert.Empty(repairer.Repair(result.Text).Edits);
    }

    private static bool Splits(string text, int position) =>
        position > 0 && position < text.Length && char.IsHighSurrogate(text[position - 1]) && char.IsLowSurrogate(text[position]);
}
