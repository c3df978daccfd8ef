using TextRepair.JiebaNet;

namespace TextRepair.Tests.Segmentation;

/// <summary>The adapter, on the package where it restores and on its stand-in elsewhere.</summary>
public sealed class JiebaNetSegmenterTests : SegmenterContract
{
    protected override ISegmenter Segmenter { get; } = new JiebaNetSegmenter();
}
