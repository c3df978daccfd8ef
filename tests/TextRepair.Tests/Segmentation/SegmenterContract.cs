using CsCheck;

namespace TextRepair.Tests.Segmentation;

/// <summary>What every segmenter promises; a class of tests for each implementation inherits it.</summary>
public abstract class SegmenterContract
{
    protected abstract ISegmenter Segmenter { get; }

    public static TheoryData<string> Whole { get; } =
    [
        "",
        "我",
        "。",
        "工信处女干事每月经过下属科室都要亲口交代24口交换机等技术性器件的安装工作",
        "第一行\r\n第二行\n\n第三行\t完",
        "GDP增长3.14%,C++与v2.5版本——“引号”",
        "\ud83d\ude00笑\ud83d\ude00",
        "發展與開發、平仮名とカタカナ",
    ];

    [Theory, MemberData(nameof(Whole), DisableDiscoveryEnumeration = true)]
    public void Segments_touch_and_cover_the_text(string text) => Check(text);

    [Fact]
    public void Lone_surrogates_are_covered_too() => Check("坏\ud83d的\ude00字\ude00\ud83d");

    [Fact]
    public void Any_text_is_covered() => Texts.Any.Sample(Check);

    [Fact]
    public void A_huge_text_without_punctuation_is_covered() => Check(string.Concat(Enumerable.Repeat("研究生命起源于南京市长江大桥", 5000)));

    [Fact]
    public void What_the_collection_holds_is_kept()
    {
        var segments = new List<Segment> { new(7, 7) };
        Segmenter.Segment("我们", segments);
        Assert.Equal(new Segment(7, 7), segments[0]);
        Assert.Equal(2, segments.Skip(1).Sum(segment => segment.Length));
    }

    [Fact]
    public void Several_threads_get_the_same_answer()
    {
        const string text = "他来到了网易杭研大厦,研究生命起源。";
        List<Segment> expected = Divide(text);
        Parallel.For(0, 64, _ => Assert.Equal(expected, Divide(text)));
    }

    private void Check(string text)
    {
        int end = 0;
        foreach (Segment segment in Divide(text))
        {
            Assert.Equal(end, segment.Start);
            Assert.True(segment.Length > 0);
            end = segment.End;
        }
        Assert.Equal(text.Length, end);
    }

    private List<Segment> Divide(string text)
    {
        var segments = new List<Segment>();
        Segmenter.Segment(text, segments);
        return segments;
    }
}
