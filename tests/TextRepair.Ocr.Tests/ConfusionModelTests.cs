using TextRepair.Training.Ocr;

namespace TextRepair.Ocr.Tests;

public sealed class ConfusionModelTests
{
    [Fact]
    public void The_model_of_the_package_is_whole()
    {
        ConfusionModel model = OcrModels.Default.Confusions;

        ConfusionModel read = ConfusionModel.Read(model.File, "test");

        Assert.Equal(model.Observed, read.Observed);
        foreach (char observed in model.Observed)
        {
            Assert.True(model.TryGet(observed, out ReadOnlySpan<ushort> ids, out ReadOnlySpan<byte> costs));
            Assert.True(read.TryGet(observed, out ReadOnlySpan<ushort> idsRead, out ReadOnlySpan<byte> costsRead));
            Assert.True(ids.SequenceEqual(idsRead) && costs.SequenceEqual(costsRead));
        }
    }

    [Theory]
    [InlineData('项', '顶')]
    [InlineData('已', '己')]
    [InlineData('士', '土')]
    [InlineData('千', '干')]
    [InlineData('贷', '货')]
    public void Look_alikes_are_candidates(char read, char printed)
    {
        Assert.True(OcrModels.Default.Confusions.TryGet(read, out ReadOnlySpan<ushort> ids, out _));
        Assert.True(ids.Contains(OcrModels.Default.Language.Vocabulary[printed]));
    }

    [Fact]
    public void A_character_nobody_reads_has_no_candidates() =>
        Assert.False(OcrModels.Default.Confusions.TryGet('a', out _, out _));

    [Fact]
    public void Confusions_are_counted_where_a_neighbour_is_right()
    {
        var counts = new ConfusionCounts();
        counts.Add("顶住外部压力", "项住 外部压力");
        using var written = new StringWriter();

        counts.Write(written);

        Assert.Contains("顶\t项\t1\n", written.ToString(), StringComparison.Ordinal);
        Assert.Contains("住\t住\t1\n", written.ToString(), StringComparison.Ordinal);
    }
}
