using System.Runtime.Intrinsics.X86;
using System.Text.RegularExpressions;
using CsCheck;
using TextRepair.Anchoring;
using TextRepair.Cleaning;
using TextRepair.Findings;
using TextRepair.Models;

namespace TextRepair.Tests.Speed;

/// <summary>What one pass finds for all stages is what looking for it plainly finds.</summary>
public class AnchorTests
{
    // Rich in what anchors are made of, and long enough for several blocks.
    private static readonly Gen<string> Rich = Gen.OneOf(
        Gen.OneOfConst([.. BoilerplateStage.Words, .. Unit.Ends.Select(c => c.ToString()), "2021年", "12023亿元", "2023", " 3、", "20", "年", "分点", "公里"]),
        Gen.OneOfConst("“", "”", "“甲”", "〝", "\n", "\r\n", "。\n", "；", "…", " ", "\u3000", "7", "x", "×", "é", "【", "\u200b", "锟斤拷", "\ue010", "⼯", "\ufeff"),
        Gen.OneOfConst("我们", "发展", "，", "的", "。", "a"),
        Gen.Char.Select(c => c.ToString())).Array[0, 120].Select(string.Concat);

    private static readonly Gen<string> Any = Gen.OneOf(Rich, Texts.Any);

    [Fact]
    public void Sixty_four_characters_at_once_and_by_halves_are_what_they_are_one_by_one() =>
        Any.Where(text => text.Length >= AnchorBlock.Length).Sample(text =>
        {
            byte[] slow = new byte[AnchorSets.Groups * AnchorBlock.Length], byHalves = new byte[slow.Length];
            AnchorBlock.FindOneByOne(text, slow);
            AnchorBlock.Read(slow, out AnchorBlock expected);
            AnchorBlock.Read(text, out AnchorBlock block);
            Assert.Equal(expected, block);
            // Not every processor can.
            if (!Avx2.IsSupported) return;
            SetsByHalves.Find(text, byHalves);
            Assert.Equal(slow, byHalves);
        });

    [Fact]
    public void A_block_has_the_characters_of_its_sets() =>
        Any.Where(text => text.Length >= AnchorBlock.Length).Sample(text =>
        {
            AnchorBlock.Read(text, out AnchorBlock block);
            Assert.Equal(Members(text, AnchorSets.LineEnd), block.LineEnds);
            Assert.Equal(Members(text, AnchorSets.SentenceEnd), block.SentenceEnds);
            Assert.Equal(Members(text, AnchorSets.Multiple), block.Multiples);
            Assert.Equal(Members(text, AnchorSets.NoticeSecond), block.NoticeSeconds);
            Assert.Equal(Members(text, AnchorSets.Rare), block.Rare);
        });

    [Fact]
    public void Sets_hold_all_characters_that_stages_begin_from()
    {
        for (int code = 0; code <= char.MaxValue; code++)
        {
            char c = (char)code;
            ulong sets = AnchorSets.Of(c);
            Assert.Equal(c == '\n', Has(AnchorSets.LineEnd));
            Assert.Equal(char.IsAsciiDigit(c), Has(AnchorSets.Digit));
            Assert.Equal(c is ' ' or '\u3000', Has(AnchorSets.Space | AnchorSets.WideSpace));
            Assert.Equal(c == '年', Has(AnchorSets.Year));
            Assert.Equal(Characters.EndsSentence(c), Has(AnchorSets.SentenceEnd));
            Assert.Equal(c is '?' or '？', Has(AnchorSets.Question));
            Assert.Equal(c == '元', Has(AnchorSets.Yuan));
            Assert.Equal(c is '万' or '亿', Has(AnchorSets.Multiple));
            Assert.True(!Unit.IsEnd(c) || Has(AnchorSets.Yuan | AnchorSets.Multiple | AnchorSets.UnitEnd | AnchorSets.RarerUnitEnd));
            Assert.True(c != 0 || sets == 0);

            bool Has(ulong wanted) => (sets & wanted) != 0;
        }
    }

    [Fact]
    public void Places_and_counts_are_those_of_a_plain_search()
    {
        var anchors = new TextAnchors();
        Any.Sample(text =>
        {
            anchors.Read(text);
            Assert.Equal(Where(text, i => text[i] == '\n'), List(anchors.LineEnds));
            Assert.Equal(Regex.Matches(text, "(?<![0-9])[0-9]{4}年").Select(match => match.Index + 4), List(anchors.Years));
            Assert.Equal(text.Count(c => c == '\n'), anchors.LineEndCount);
            Assert.Equal(Where(text, i => text[i] == '\n' && (i == 0 || !Characters.EndsSentence(text[i - 1]))).Count, anchors.OpenLineEndCount);
            Assert.Equal(List(anchors.Years).Count, anchors.YearCount);
            Assert.Equal(text.Count(c => c is ' ' or '\u3000'), anchors.BlankCount);
            Assert.Equal(text.Count(c => c is '?' or '？'), anchors.QuestionCount);
            Assert.Equal(Regex.IsMatch(text, " [0-9]"), anchors.HasDigitBehindSpace);
            Assert.Equal(Regex.Matches(text, "(?=202[0-9][^年])", RegexOptions.Singleline).Select(match => match.Index + 4), List(anchors.Decades).Where(place => place < text.Length));
            Assert.Equal(TakeTurns(text), anchors.QuotesTakeTurns);
        }, threads: 1);
    }

    [Fact]
    public void No_unit_without_a_figure_and_no_word_of_a_notice_is_missed() =>
        Any.Sample(text =>
        {
            TextAnchors anchors = new StageOutput().AnchorsOf(text);
            Assert.Equal(Where(text, i => FigureGaps.At(text, i) is not null), List(anchors.FigureGaps).Where(i => FigureGaps.At(text, i) is not null));
            Assert.Equal(Where(text, i => IsSecondOfNotice(text, i)), List(anchors.NoticeWords).Where(i => IsSecondOfNotice(text, i)));
        });

    [Theory]
    [InlineData("甲\u200b乙", RareKinds.Invisible)]
    [InlineData("甲\u00ad乙", RareKinds.Invisible)]
    [InlineData("信⽤⼯具", RareKinds.CompatibilityForm)]
    [InlineData("\uf9aa", RareKinds.CompatibilityForm)]
    [InlineData("\ue123", RareKinds.PrivateUse)]
    [InlineData("〔2012〕", RareKinds.Bracket)]
    [InlineData("甲］", RareKinds.Bracket)]
    [InlineData("甲〞", RareKinds.OddQuote)]
    [InlineData("xx年", RareKinds.Mask)]
    [InlineData("Ｘ", RareKinds.Mask)]
    [InlineData("××市", RareKinds.Mask | RareKinds.Latin)]
    [InlineData("ÄãºÃ", RareKinds.Latin)]
    [InlineData("烫烫烫", RareKinds.Lost)]
    [InlineData("锛屾垜", RareKinds.Gbk)]
    [InlineData("部门履行职责（2012），“甲”：1.5%。", RareKinds.None)]
    internal void Rare_characters_are_told_by_kind(string text, RareKinds expected) => Assert.Equal(expected, new StageOutput().AnchorsOf(text).Rare);

    [Fact]
    public void What_one_text_had_is_forgotten_with_the_next()
    {
        var output = new StageOutput();
        Any.Sample(text =>
        {
            TextAnchors kept = output.AnchorsOf(text), fresh = new StageOutput().AnchorsOf(text);
            Assert.Equal(Describe(fresh), Describe(kept));
        }, threads: 1);
    }

    private static ulong Members(string text, ulong sets) =>
        Enumerable.Range(0, AnchorBlock.Length).Where(i => (AnchorSets.Of(text[i]) & sets) != 0).Aggregate(0ul, (members, i) => members | (1ul << i));

    private static string Describe(TextAnchors anchors) =>
        string.Join(' ', [.. List(anchors.LineEnds), -1, .. List(anchors.FigureGaps), -1, .. List(anchors.Years), -1, .. List(anchors.Decades), -1, .. List(anchors.NoticeWords)])
        + $" {anchors.LineEndCount} {anchors.OpenLineEndCount} {anchors.YearCount} {anchors.BlankCount} {anchors.QuestionCount} {anchors.HasDigitBehindSpace} {anchors.QuotesTakeTurns} {anchors.Rare}";

    private static bool TakeTurns(string text)
    {
        string marks = string.Concat(text.Where(c => c is '“' or '”'));
        return marks.Replace("“”", "", StringComparison.Ordinal).Length == 0;
    }

    private static bool IsSecondOfNotice(string text, int i) => i > 0 && BoilerplateStage.Words.Any(word => text.AsSpan(i - 1).StartsWith(word, StringComparison.Ordinal));

    private static List<int> Where(string text, Func<int, bool> holds) => [.. Enumerable.Range(0, text.Length).Where(holds)];

    private static List<int> List(PlaceMask places)
    {
        var list = new List<int>();
        foreach (int place in places) list.Add(place);
        return list;
    }
}
