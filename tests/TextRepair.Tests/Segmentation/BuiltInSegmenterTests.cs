namespace TextRepair.Tests.Segmentation;

public sealed class BuiltInSegmenterTests : SegmenterContract
{
    protected override ISegmenter Segmenter => TextRepair.Segmenter.Default;
}
