using CsCheck;

namespace TextRepair.Tests;

/// <summary>What holds for any text at all.</summary>
public class LawsTests
{
    private static readonly TextRepairer Repairer = new();
    private static readonly TextRepairer Suspicious = new(new TextRepairOptions { Source = TextSource.Suspected, Scope = RepairScope.Line, MinimumConfidence = 0.5 });

    [Fact]
    public void Edits_applied_to_the_original_give_the_text_and_inverted_give_it_back() =>
        Texts.Any.Sample(text =>
        {
            RepairResult result = Suspicious.Repair(text);
            Assert.Equal(result.Text, result.Edits.ApplyTo(text));
            Assert.Equal(text, result.Edits.Invert().ApplyTo(result.Text));
        });

    [Fact]
    public void Repairing_a_repaired_text_changes_nothing() =>
        Texts.Any.Sample(text =>
        {
            string once = Suspicious.Repair(text).Text;
            Assert.Same(once, Suspicious.Repair(once).Text);
        });

    [Fact]
    public void The_same_text_gives_the_same_edits() =>
        Texts.Any.Sample(text =>
            Assert.Equal(Describe(Suspicious.Repair(text)), Describe(Suspicious.Repair(new string(text)))));

    [Theory]
    [InlineData("")]
    [InlineData("开展了丰富多彩的文体活动。")]
    [InlineData("土木工程专业的学生到达北京后参观了施工现场。")]
    [InlineData("他愿意为人民效劳。")]
    [InlineData("工作原则明确,基础扎实,服务到位,发展很快。")]
    [InlineData("如果下雨,那么我们就不去了。")]
    public void Right_text_comes_back_as_the_same_instance(string text) =>
        Assert.Same(text, Repairer.Repair(text).Text);

    [Fact]
    public void A_single_sentence_in_which_several_witnesses_agree_is_repaired() =>
        Assert.Equal(
            "本着履责为民的原则,在去年的基础上加强基础设施建设,发展服务业,推动经济社会又好又快发展。",
            Repairer.Repair("本着履责为民的原那么,在去年的根底上加强根底设施建设,开展效劳业,推动经济社会又好又快开展。").Text);

    [Fact]
    public void Null_is_refused() => Assert.Throws<ArgumentNullException>(() => Repairer.Repair(null!));

    [Theory]
    [InlineData(0.2)]
    [InlineData(1.5)]
    [InlineData(double.NaN)]
    public void A_confidence_out_of_range_is_refused(double confidence) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextRepairer(new TextRepairOptions { MinimumConfidence = confidence }));

    public static TheoryData<string, Action<TextRepairOptions>> WrongOptions => new()
    {
        { "Source must be", options => options.Source = (TextSource)9 },
        { "Scope must be", options => options.Scope = (RepairScope)9 },
        { "ProtectedWords must not", options => options.ProtectedWords.Add(null!) },
        { "Dictionaries must not", options => options.Dictionaries.Add(null!) },
        { "CandidateSources must not", options => options.CandidateSources.Add(null!) },
    };

    [Theory, MemberData(nameof(WrongOptions), DisableDiscoveryEnumeration = true)]
    public void A_wrong_option_is_named_when_the_repairer_is_made(string message, Action<TextRepairOptions> set)
    {
        var options = new TextRepairOptions();
        set(options);
        Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(() => new TextRepairer(options)).Message, StringComparison.Ordinal);
    }

    private static string Describe(RepairResult result) =>
        string.Join('|', result.Edits.Select(edit => $"{edit} {edit.Rule} {edit.Reason}"));
}
