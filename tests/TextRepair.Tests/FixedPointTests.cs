using CsCheck;

namespace TextRepair.Tests;

/// <summary>Stages that have read a text need not read it again.</summary>
public class FixedPointTests
{
    private static readonly IStage[] Stages = [new Turns('a', 'b'), new Counts('c'), new Turns('b', 'c'), new Counts('b'), new Turns('d', 'a'), new Counts('a')];
    private static readonly IStage[] Reports = [new Counts('c'), new Counts('e')];

    [Fact]
    public void Edits_and_findings_are_those_of_running_all_stages_every_time() =>
        Gen.OneOfConst('a', 'b', 'c', 'd', 'e').Array[0, 4].Select(letters => new string(letters)).Sample(text =>
        {
            var output = new StageOutput();
            string repaired = new FixedPointStage(Stages, Reports).Settle(text, output).ApplyTo(text);
            (string expected, string[] findings) = Slowly(text);
            Assert.Equal(expected, repaired);
            Assert.Equal(findings, output.Findings.Select(finding => finding.Message));
        });

    [Fact]
    public void A_text_that_was_changed_at_the_end_is_read_by_the_stages_before()
    {
        var output = new StageOutput();
        Assert.Equal("c", new FixedPointStage(Stages, []).Settle("d", output).ApplyTo("d"));
    }

    [Fact]
    public void Reports_read_a_text_once_however_many_rounds_it_took()
    {
        var reader = new Reader();
        Assert.Equal("cc", new FixedPointStage(Stages, [reader]).Settle("da", new StageOutput()).ApplyTo("da"));
        Assert.Equal(["cc"], reader.Texts);
    }

    private static (string Text, string[] Findings) Slowly(string text)
    {
        while (true)
        {
            string before = text;
            var output = new StageOutput();
            EditList edits = EditList.Empty;
            foreach (IStage stage in Stages.Concat(Reports)) FixedPointStage.RunOne(stage, before, ref text, ref edits, output);
            if (ReferenceEquals(before, text)) return (text, [.. output.Findings.Select(finding => finding.Message)]);
        }
    }

    private sealed class Turns(char from, char to) : IStage
    {
        public void Run(string text, StageOutput output)
        {
            int i = text.IndexOf(from, StringComparison.Ordinal);
            if (i >= 0) output.Edits.Add(new TextEdit(i, from.ToString(), to.ToString(), EditKind.Width, 1, "turn", ""));
        }
    }

    private sealed class Reader : IStage
    {
        public List<string> Texts { get; } = [];

        public void Run(string text, StageOutput output) => Texts.Add(text);
    }

    private sealed class Counts(char c) : IStage
    {
        public void Run(string text, StageOutput output)
        {
            if (text.Contains(c, StringComparison.Ordinal)) output.Findings.Add(new Finding(text.IndexOf(c, StringComparison.Ordinal), 1, FindingKind.Mask, $"{text.Count(other => other == c)} {c}"));
        }
    }
}
