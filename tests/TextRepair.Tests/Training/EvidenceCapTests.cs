using TextRepair.Training;

namespace TextRepair.Tests.Training;

/// <summary>What one word may say depends on how clean documents use it.</summary>
public class EvidenceCapTests
{
    private const double Sure = 7;

    [Fact]
    public void A_word_that_clean_text_never_has_may_say_much() =>
        Assert.InRange(EvidenceCap.Measure(Documents(sources: 10, each: 400, native: _ => 0)), 6, 8);

    [Fact]
    public void Clean_documents_that_look_damaged_lower_the_cap()
    {
        double rare = EvidenceCap.Measure(Documents(10, 400, _ => 2));
        double frequent = EvidenceCap.Measure(Documents(10, 400, _ => 20));
        Assert.InRange(rare, frequent + 1, 6);
    }

    [Fact]
    public void A_small_source_of_its_own_usage_counts_beyond_its_size()
    {
        // As many such documents among as many: all of them in one of ten sources that is a twentieth of the text.
        double spread = EvidenceCap.Measure(Documents(10, 400, _ => 4));
        double together = EvidenceCap.Measure(Documents(10, 400, _ => 0).Concat(Documents(1, 200, _ => 40, firstSource: 10, firstDocument: 4000)));
        Assert.True(together < spread, $"{together} against {spread}");
    }

    // Each document has one place: in most the original stands, in some the damaged word by right, where the original would be expected.
    private static IEnumerable<(int Source, int Document, double LogOdds, bool Original)> Documents(
        int sources, int each, Func<int, int> native, int firstSource = 0, int firstDocument = 0) =>
        Enumerable.Range(0, sources).SelectMany(source => Enumerable.Range(0, each).Select(i =>
            (firstSource + source, firstDocument + (source * each) + i, Sure, i >= native(source))));
}
