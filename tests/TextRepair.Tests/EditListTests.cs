using CsCheck;

namespace TextRepair.Tests;

public class EditListTests
{
    [Fact]
    public void Applying_and_inverting_come_back_to_the_original() =>
        Texts.Any.SelectMany(Edits, (text, edits) => (text, edits)).Sample(given =>
        {
            string repaired = given.edits.ApplyTo(given.text);
            Assert.Equal(given.text, given.edits.Invert().ApplyTo(repaired));
        });

    [Fact]
    public void Two_lists_composed_do_what_they_do_one_after_the_other() =>
        Texts.Any
            .SelectMany(Edits, (text, first) => (text, first))
            .SelectMany(given => Edits(given.first.ApplyTo(given.text)), (given, second) => (given.text, given.first, second))
            .Sample(given =>
            {
                string expected = given.second.ApplyTo(given.first.ApplyTo(given.text));
                Assert.Equal(expected, given.first.Then(given.text, given.second).ApplyTo(given.text));
            }, iter: 3000);

    [Fact]
    public void Positions_map_both_ways_outside_of_edits() =>
        Texts.Any.SelectMany(Edits, (text, edits) => (text, edits)).Sample(given =>
        {
            string repaired = given.edits.ApplyTo(given.text);
            for (int i = 0; i < given.text.Length; i++)
            {
                if (given.edits.Any(edit => i >= edit.Start && i < edit.End)) continue;
                int there = given.edits.ToRepaired(i);
                Assert.Equal(given.text[i], repaired[there]);
                Assert.Equal(i, given.edits.ToOriginal(there));
            }
        });

    [Fact]
    public void Overlapping_edits_are_refused() =>
        Assert.Throws<ArgumentException>(() => EditList.Create([Edit(0, "甲乙", "丙"), Edit(1, "乙", "丁")]));

    [Fact]
    public void A_text_that_is_not_the_original_is_refused() =>
        Assert.Throws<ArgumentException>(() => EditList.Create([Edit(0, "甲", "乙")]).ApplyTo("丙丁"));

    private static TextEdit Edit(int start, string original, string replacement) =>
        new(start, original, replacement, EditKind.Substitution, 1, "test", "test");

    private static Gen<EditList> Edits(string text) =>
        Gen.Select(Gen.Int[0, text.Length], Gen.Int[0, 3], Gen.OneOfConst("", "甲", "乙丙", "丁戊己庚")).Array[0, 8].Select(raw =>
        {
            var edits = new List<TextEdit>();
            int free = 0;
            foreach ((int at, int length, string replacement) in raw.OrderBy(r => r.Item1))
            {
                int start = Math.Max(at, free), end = Math.Min(start + length, text.Length);
                if (start > text.Length || text[start..end] == replacement) continue;
                edits.Add(Edit(start, text[start..end], replacement));
                free = end + (end == start ? 1 : 0);
            }
            return EditList.Create(edits);
        });
}
