using CsCheck;
using TextRepair.Tests;

namespace TextRepair.Ocr.Tests;

public sealed class OcrCandidateSourceTests
{
    // Written for these tests; every misreading is one that scans show.
    private const string Scan =
        "会议强调，要项住外部压力，集中精力办好自已的事情。各级领导千部要深入基层调查研究，切实解决群众反映强烈的问题。\n" +
        "要加强农村基础设施建设，提高农业综合生产能力，促进农民持续增收。要坚持以经济建设为中心，不断推进改革开放和社会主义现代化建没。\n" +
        "各地各部门要认真贯彻落实会议精神，结合实际制定具体措旋，确保各项工作落到实处、取得实效。";

    private static readonly TextRepairOptions Options = new();

    public static TheoryData<string> Clean =>
    [
        "会议强调，要顶住外部压力，集中精力办好自己的事情。各级领导干部要深入基层调查研究，切实解决群众反映强烈的问题。",
        "第一条 为了规范公司的组织和行为，保护公司、股东、职工和债权人的合法权益，完善中国特色现代企业制度，制定本法。",
        "公安机关抓获犯罪嫌疑人侯某某，其自2012年起用他人证件办理贷款共计三十余万元，后逃往外地。",
        "学而时习之，不亦说乎？有朋自远方来，不亦乐乎？人不知而不愠，不亦君子乎？",
        "函数返回一个整数，如果参数为 null，则抛出 ArgumentNullException 异常；调用者应当检查返回值。",
        "老张蹲在院子里，一边抽烟一边望着远处黑黢黢的山影，半天没吭声。天快亮了，鸡叫了头遍。",
    ];

    [Fact]
    public void Misread_characters_are_corrected_where_the_text_is_known_to_be_a_scan()
    {
        string repaired = Apply(Scan, Find(Scan, OcrMode.On));

        Assert.Contains("顶住外部压力", repaired, StringComparison.Ordinal);
        Assert.Contains("自己的事情", repaired, StringComparison.Ordinal);
        Assert.Contains("领导干部", repaired, StringComparison.Ordinal);
        Assert.Contains("现代化建设", repaired, StringComparison.Ordinal);
        Assert.Contains("具体措施", repaired, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_with_several_sure_misreadings_is_a_scan_to_the_automatic_mode() =>
        Assert.Contains("顶住外部压力", Apply(Scan, Find(Scan, OcrMode.Automatic)), StringComparison.Ordinal);

    [Fact]
    public void One_misprint_does_not_make_a_scan()
    {
        const string text = "会议强调，各级领导千部要深入基层调查研究，切实解决群众反映强烈的问题。要加强农村基础设施建设，提高农业综合生产能力，促进农民持续增收。";

        Assert.Empty(Find(text, OcrMode.Automatic));
    }

    [Theory, MemberData(nameof(Clean), DisableDiscoveryEnumeration = true)]
    public void Right_text_is_left_alone_in_every_mode(string text)
    {
        foreach (OcrMode mode in Enum.GetValues<OcrMode>()) Assert.Empty(Find(text, mode));
    }

    [Fact]
    public void Figures_and_names_before_some_stay()
    {
        const string text =
            "第一季度完成投资三十二亿元，同比增长二成；共计发放补贴1000万元，惠及两千三百户。" +
            "被害人缪某某、证人佘某、被告人仝某某均到庭参加诉讼。";

        Assert.Empty(Find(text, OcrMode.Thorough));
    }

    [Fact]
    public void Mode_off_finds_nothing() => Assert.Empty(Find(Scan, OcrMode.Off));

    [Fact]
    public void A_repairer_that_makes_no_edits_of_kind_ocr_gets_no_candidates()
    {
        var options = new TextRepairOptions();
        options.Kinds.Remove(EditKind.Ocr);
        var candidates = new List<Candidate>();

        new OcrCandidateSource(OcrMode.On).FindCandidates(Scan, options, candidates);

        Assert.Empty(candidates);
    }

    [Fact]
    public void A_repairer_uses_the_source_and_repairing_twice_changes_nothing()
    {
        var repairer = new TextRepairer(new TextRepairOptions().UseOcr(OcrMode.On));

        RepairResult result = repairer.Repair(Scan);

        Assert.Contains("顶住外部压力", result.Text, StringComparison.Ordinal);
        Assert.Contains(result.Edits, edit => edit is { Kind: EditKind.Ocr, Original: "项", Replacement: "顶", Rule: "项→顶" });
        Assert.Equal(result.Text, result.Edits.ApplyTo(Scan));
        Assert.Same(result.Text, repairer.Repair(result.Text).Text);
    }

    [Fact]
    public void An_edit_says_why_it_was_made()
    {
        Candidate candidate = Find(Scan, OcrMode.On).First(c => c.Rule == "项→顶");

        Assert.Contains("nats better", candidate.Reason.ToString(), StringComparison.Ordinal);
        Assert.InRange(candidate.Confidence, Options.MinimumConfidence, 1);
    }

    [Fact]
    public void An_unknown_mode_is_refused() =>
        Assert.Contains("Automatic", Assert.Throws<ArgumentOutOfRangeException>(() => new OcrCandidateSource((OcrMode)9)).Message, StringComparison.Ordinal);

    [Fact]
    public void Any_text_gives_candidates_inside_it_and_the_same_ones_again() =>
        Texts.Any.Sample(
            text =>
            {
                foreach (OcrMode mode in (OcrMode[])[OcrMode.Automatic, OcrMode.Thorough])
                {
                    List<Candidate> found = Find(text, mode);
                    Assert.All(found, candidate => Assert.InRange(candidate.Start, 0, text.Length - 1));
                    Assert.All(found, candidate => Assert.False(char.IsSurrogate(text[candidate.Start])));
                    Assert.All(found, candidate => Assert.NotEqual(text.Substring(candidate.Start, candidate.Length), candidate.Replacement));
                    Assert.Equal(found.Select(Essence), Find(text, mode).Select(Essence));
                }
            },
            iter: 400);

    [Fact]
    public void Many_threads_find_the_same()
    {
        (int, string, double)[] expected = [.. Find(Scan, OcrMode.On).Select(Essence)];

        Parallel.For(0, 16, _ => Assert.Equal(expected, Find(Scan, OcrMode.On).Select(Essence)));
    }

    private static (int, string, double) Essence(Candidate candidate) => (candidate.Start, candidate.Replacement, candidate.LogOdds);

    private static List<Candidate> Find(string text, OcrMode mode)
    {
        var candidates = new List<Candidate>();
        new OcrCandidateSource(mode).FindCandidates(text, Options, candidates);
        return [.. candidates.Where(candidate => candidate.Confidence >= Options.MinimumConfidence)];
    }

    private static string Apply(string text, List<Candidate> candidates) =>
        EditList.Create(candidates.Select(c => new TextEdit(c.Start, text.Substring(c.Start, c.Length), c.Replacement, c.Kind, c.Confidence, c.Rule, c.Reason))).ApplyTo(text);

    [Fact]
    public void Switched_off_nothing_reads_the_models()
    {
        TextRepairOptions options = new TextRepairOptions().UseOcr(OcrMode.Off);
        Assert.Equal((null, null), (options.WordJudge, options.MisreadingCounter));
    }
}
