using TextRepair.Training;

namespace TextRepair.Tests.Training;

/// <summary>Damage by simulation, and how repairs of it are counted.</summary>
public class DamagedDocumentTests
{
    private const string Clean = "会议要求加强基础设施建设，发展服务业，提高人民生活水平。";

    [Fact]
    public void Every_original_is_swapped_where_all_swaps_are_in_force()
    {
        DamagedDocument damaged = DamagedDocument.Create(Clean, "a", 1);
        Assert.Equal("会议要求加强根底设施建设，开展效劳业，提高人民生活水平。", damaged.Text);
        Assert.Equal(["基础", "发展", "服务"], damaged.Places.Select(place => place.Original));
        Assert.All(damaged.Places, place => Assert.Equal(place.Damaged, damaged.Text.Substring(place.Start, place.Damaged.Length)));
    }

    [Fact]
    public void No_swap_in_force_leaves_the_text() => Assert.Equal(Clean, DamagedDocument.Create(Clean, "a", 0).Text);

    [Fact]
    public void Half_of_the_swaps_in_force_are_others_in_other_documents_and_the_same_on_every_run()
    {
        string[] texts = [.. Enumerable.Range(0, 32).Select(i => DamagedDocument.Create(Clean, $"document {i}", 0.5).Text)];
        Assert.True(texts.Distinct().Count() > 4);
        Assert.Equal(texts, Enumerable.Range(0, 32).Select(i => DamagedDocument.Create(Clean, $"document {i}", 0.5).Text));
    }

    [Fact]
    public void Right_wrong_and_missed_edits_are_told_apart()
    {
        DamagedDocument damaged = DamagedDocument.Create(Clean, "a", 1);
        EditList edits = EditList.Create(
        [
            Edit(damaged, "根底", "基础"),
            Edit(damaged, "，开展", "，发展"),
            Edit(damaged, "生活", "消费"),
        ]);
        Assert.Equal(new PlaceCounts(2, 1, 1), damaged.Count(edits));
        Assert.Equal(new PlaceCounts(0, 0, 3), damaged.Count(EditList.Empty));
    }

    private static TextEdit Edit(DamagedDocument damaged, string original, string replacement) =>
        new(damaged.Text.IndexOf(original, StringComparison.Ordinal), original, replacement, EditKind.Substitution, 1, "test", "test");
}
