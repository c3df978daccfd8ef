using TextRepair.Training.Ocr;

namespace TextRepair.Ocr.Tests;

public sealed class ConfusionTrainerTests
{
    // Four 16 by 16 bitmaps drawn for this test: 土 and 士 differ in one stroke, 口 and 日 in another.
    private const string Font =
        "571F:0000010001000100010001003FF8010001000100010001000100FFFE00000000\n" +
        "58EB:000001000100010001000100FFFE0100010001000100010001003FF800000000\n" +
        "53E3:00003FFC20042004200420042004200420042004200420043FFC200400000000\n" +
        "65E5:00003FFC20042004200420043FFC200420042004200420043FFC200400000000\n";

    [Fact]
    public void What_looks_alike_is_cheaper_than_what_does_not_and_what_was_counted_cheaper_still()
    {
        var language = new LanguageModelTrainer();
        for (int i = 0; i < 20; i++) language.Add("土士口日土士口日");
        LanguageModel model = language.Train(100);
        using var reader = new StringReader(Font);
        var counts = new ConfusionCounts();
        counts.Add('土', '士', 6);
        counts.Add('日', '口', 1);
        foreach (char c in "土士口日") counts.Add(c, c, 50);

        ConfusionModel confusions = new ConfusionTrainer(counts, [Glyphs.Read(reader)], model).Train(3);

        Assert.True(Cost(confusions, model, '士', '土') < Cost(confusions, model, '士', '口'));
        Assert.True(Cost(confusions, model, '口', '日') < Cost(confusions, model, '口', '土'));
        Assert.True(Cost(confusions, model, '士', '土') < Cost(confusions, model, '土', '士'));
    }

    private static int Cost(ConfusionModel confusions, LanguageModel model, char read, char printed)
    {
        Assert.True(confusions.TryGet(read, out ReadOnlySpan<ushort> ids, out ReadOnlySpan<byte> costs));
        int place = ids.IndexOf(model.Vocabulary[printed]);
        return place < 0 ? int.MaxValue : costs[place];
    }
}
