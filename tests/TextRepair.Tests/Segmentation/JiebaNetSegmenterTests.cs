using TextRepair.JiebaNet;

namespace TextRepair.Tests.Segmentation;

/// <summary>The adapter over jieba.NET.</summary>
public sealed class JiebaNetSegmenterTests : SegmenterContract
{
    protected override ISegmenter Segmenter { get; } = new JiebaNetSegmenter();

    [Fact]
    public void Its_own_dictionary_divides()
    {
        const string text = "南京市长江大桥";
        var segments = new List<Segment>();
        Segmenter.Segment(text, segments);
        Assert.Equal(["南京市", "长江大桥"], segments.Select(segment => text.Substring(segment.Start, segment.Length)));
    }
}
