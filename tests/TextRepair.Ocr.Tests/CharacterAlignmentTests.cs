using CsCheck;
using TextRepair.Training.Ocr;

namespace TextRepair.Ocr.Tests;

public sealed class CharacterAlignmentTests
{
    private static readonly Gen<string> Short = Gen.Char['a', 'd'].Array[0, 7].Select(characters => new string(characters));

    [Fact]
    public void A_misread_character_is_aligned_with_the_printed_one() =>
        Assert.Equal([0, 1, -1, 2], CharacterAlignment.Align("顶住不了", "项住了"));

    [Fact]
    public void The_distance_is_that_of_trying_everything() =>
        Gen.Select(Short, Short).Sample((a, b) => CharacterAlignment.Distance(a, b) == Slow(a, b));

    [Fact]
    public void An_alignment_rises_and_costs_the_distance() =>
        Gen.Select(Short, Short).Sample((a, b) =>
        {
            int[] aligned = CharacterAlignment.Align(a, b);
            int[] kept = [.. aligned.Where(j => j >= 0)];
            int changed = Enumerable.Range(0, a.Length).Count(i => aligned[i] >= 0 && a[i] != b[aligned[i]]);
            return kept.SequenceEqual(kept.Order().Distinct())
                && changed + (a.Length - kept.Length) + (b.Length - kept.Length) == CharacterAlignment.Distance(a, b);
        });

    private static int Slow(string a, string b) =>
        a.Length == 0 ? b.Length
        : b.Length == 0 ? a.Length
        : a[0] == b[0] ? Slow(a[1..], b[1..])
        : 1 + Math.Min(Slow(a[1..], b[1..]), Math.Min(Slow(a[1..], b), Slow(a, b[1..])));
}
