namespace TextRepair.Tests.Segmentation;

public sealed class SegmenterTests
{
    /// <summary>Sentences that published segmenters are tried on, with the division jieba gives.</summary>
    public static TheoryData<string> Traps { get; } =
    [
        "南京市/长江大桥",
        "研究/生命/起源",
        "工信处/女干事/每月/经过/下属/科室/都/要/亲口/交代/24/口/交换机/等/技术性/器件/的/安装/工作",
        "永和/服装/饰品/有限公司",
        "长春/市长/春节/致辞",
        "我/来到/北京/清华大学",
        "他/来到/了/网易/杭研/大厦",
        "小明/硕士/毕业/于/中国科学院/计算所/，/后/在/日本京都大学/深造",
        "结婚/的/和/尚未/结婚/的",
        "我/不/喜欢/日本/和服",
        "他/从/马上/下来",
        "这样/的/人才/能/经受/住/考验",
        "各项/目标/任务",
    ];

    [Theory, MemberData(nameof(Traps))]
    public void A_trap_is_divided_right(string expected) =>
        Assert.Equal(expected, Cut(expected.Replace("/", "", StringComparison.Ordinal)));

    [Theory]
    [InlineData("GDP/增长/3.14%")]
    [InlineData("C++/和/v2.5")]
    [InlineData("2023/年/ /12/月")]
    [InlineData("AA制")]
    [InlineData("一/\r\n/二/\n/\n")]
    public void Figures_and_Latin_letters_stay_together(string expected) =>
        Assert.Equal(expected, Cut(expected.Replace("/", "", StringComparison.Ordinal)));

    [Fact]
    public void Without_unknown_words_the_rest_is_single_characters() =>
        Assert.Equal("他/来到/了/网易/杭/研/大厦", Cut("他来到了网易杭研大厦", new SegmenterOptions { FindUnknownWords = false }));

    [Fact]
    public void A_user_word_is_preferred()
    {
        const string text = "奥尔洛夫方程组有解";
        Assert.DoesNotContain("奥尔洛夫方程组", Cut(text).Split('/'));
        Assert.StartsWith("奥尔洛夫方程组/", Cut(text, new SegmenterOptions { Words = { "奥尔洛夫方程组" } }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("有 空格")]
    [InlineData("句号。")]
    public void A_user_word_that_cannot_be_found_is_refused(string word) =>
        Assert.Throws<ArgumentException>(() => new Segmenter(new SegmenterOptions { Words = { word } }));

    [Fact]
    public void A_division_does_not_depend_on_the_part_it_falls_into()
    {
        string sentence = "研究生命起源，他来到了网易杭研大厦。";
        string text = string.Concat(Enumerable.Repeat(sentence, 1000));
        var segments = new List<Segment>();
        Segmenter.Default.Segment(text, segments);
        Assert.Equal(Segmenter.Default.Split(text), segments.Select(segment => text.Substring(segment.Start, segment.Length)));
    }

    [Fact]
    public void Finding_ends_does_not_allocate()
    {
        const string text = "他来到了网易杭研大厦，研究生命起源。";
        int[] ends = new int[text.Length];
        Segmenter.Default.FindEnds(text, ends);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Segmenter.Default.FindEnds(text, ends);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static string Cut(string text, SegmenterOptions? options = null) =>
        string.Join('/', (options is null ? Segmenter.Default : new Segmenter(options)).Split(text));
}
