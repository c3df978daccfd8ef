using CsCheck;
using TextRepair.Tests;

namespace TextRepair.Ocr.Tests;

public sealed class ScanProbeTests
{
    private const string Scan =
        "会议强调，要项住外部压力，集中精力办好自已的事情。各级领导千部要深入基层调查研究，切实解决群众反映强烈的问题。\n" +
        "要坚持以经济建设为中心，不断推进改革开放和社会主义现代化建没，认真贯彻落实会议精神，结合实际制定具体措旋。";

    private const string Verse =
        "《金陵酒肆留别》\n作者：李白\n风吹柳花满店香，吴姬压酒唤客尝。\n金陵子弟来相送，欲行不行各尽觞。\n请君试问东流水，别意与之谁短长。\n";

    private static readonly OcrModels Models = OcrModels.Default;

    [Fact]
    public void A_misreading_that_nobody_would_doubt_is_found()
    {
        var tokens = new TokenText(Scan, Models.Language.Vocabulary);

        IEnumerable<string> found = Models.Probe.Find(Scan, tokens).Select(a => $"{Scan[tokens.Starts[a.Token]]}{Models.Language.Vocabulary.Character(a.Id)}");

        Assert.Contains("千干", found);
    }

    [Fact]
    public void Verse_of_another_age_is_no_scan_though_the_probe_finds_misreadings_in_it()
    {
        Assert.True(new DocumentEvidence(Probed(Verse), 0).SureMisreadings > 0.5);
        Assert.True(ScanJudge.IsSurelyNoScan(Verse, Models));
        Assert.False(ScanJudge.IsSurelyNoScan(Scan, Models));
    }

    [Fact]
    public void Whatever_is_found_a_full_look_finds_too() =>
        Text.Sample(
            text =>
            {
                var tokens = new TokenText(text, Models.Language.Vocabulary);
                Dictionary<(int, ushort), Alternative> full = Models.Decoder.Find(text, tokens).ToDictionary(a => (a.Token, a.Id));
                foreach (Alternative quick in Models.Probe.Find(text, tokens)) Assert.Equal(full[(quick.Token, quick.Id)] with { Suspects = 0, Rival = 0 }, quick);
            },
            iter: 500);

    [Fact]
    public void Odd_characters_are_counted_in_the_text_as_in_its_tokens() =>
        Text.Sample(text => Assert.Equal(CountSlowly(text), Models.Language.Pairs.Count(text)), iter: 1000);

    private static OcrReading Probed(string text)
    {
        var tokens = new TokenText(text, Models.Language.Vocabulary);
        return new OcrReading(text, Models, tokens, Models.Probe.Find(text, tokens));
    }

    // Misread text, cut and mixed with everything else.
    private static Gen<string> Text =>
        Gen.Frequency((3, Gen.Select(Gen.Int[0, Scan.Length], Gen.Int[0, 20]).Select((start, length) => Scan.Substring(start, Math.Min(length, Scan.Length - start)))), (1, Texts.Any))
            .Array[1, 12].Select(string.Concat);

    private static (int Han, int Odd) CountSlowly(string text)
    {
        LanguageModel language = Models.Language;
        var tokens = new TokenText(text, language.Vocabulary);
        int han = 0, odd = 0;
        for (int i = 1; i < tokens.Ids.Length - 1; i++)
        {
            if (!Vocabulary.IsHan(text[tokens.Starts[i]])) continue;
            han++;
            bool before = language.Knows(tokens.Ids[i - 1], tokens.Ids[i]), after = language.Knows(tokens.Ids[i], tokens.Ids[i + 1]);
            if (!(before && after) && !IsUsual(language, tokens.Ids[i - 1], tokens.Ids[i]) && !IsUsual(language, tokens.Ids[i], tokens.Ids[i + 1])) odd++;
        }
        return (han, odd);
    }

    private static bool IsUsual(LanguageModel language, ushort left, ushort right)
    {
        int pair = language.Pairs.Find(left, right);
        return pair >= 0 && language.PairCost(pair) + (2 * LanguageModel.Scale) <= language.FirstCost(right);
    }
}
