using CsCheck;
using TextRepair.Training;
using TextRepair.Training.Layout;
using TextRepair.Training.Quotes;

namespace TextRepair.Cli.Tests;

public sealed class EvaluationTests : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("完全一样的答案", "0,2,根本", "0,2,根本", 1, 0, 0)]
    [InlineData("没有改的地方算漏", "", "0,2,根本", 0, 0, 1)]
    [InlineData("改错的地方既错又漏", "0,2,错的", "0,2,对的", 0, 1, 1)]
    [InlineData("不该改的地方算错", "0,2,错的", "", 0, 1, 0)]
    [InlineData("推开工程建设", "0,2,推进;2,2,项目", "0,4,推进项目", 1, 0, 0)]
    [InlineData("推开工程建设", "0,4,推进项目", "0,2,推进;2,2,项目", 2, 0, 0)]
    [InlineData("多换一个字也算对", "0,3,甲乙个", "0,2,甲乙", 0, 1, 1)]
    [InlineData("换成原样不算", "0,2,换成", "", 0, 0, 0)]
    [InlineData("拿不准的地方不算", "0,2,甲乙", "?0,2", 0, 0, 0)]
    [InlineData("😀星字后面的位置", "1,1,甲", "1,1,甲", 1, 0, 0)]
    public void Edits_are_right_by_the_text_they_yield(string text, string mine, string answer, int right, int wrong, int missed)
    {
        Answer given = answer.StartsWith('?') ? new Answer([], Parse(answer[1..] + ",")) : new Answer(Parse(answer), []);
        Assert.Equal(new Counts(right, wrong, missed), Counts.Of(Scorer.Score(text, given, Parse(mine))));
    }

    [Fact]
    public async Task Pairs_of_files_and_clean_files_are_measured()
    {
        string damaged = _tool.Write("a.txt", "效劳业，效劳态度");
        string answer = _tool.Write("b.txt", "服务业，服务态度");
        Assert.Equal(0, await _tool.Run("evaluate", damaged, answer));
        Assert.StartsWith("all: P 1.0000 [0.342–1.000] R 1.0000", _tool.Output, StringComparison.Ordinal);
        Assert.Equal(0, await _tool.Run("evaluate", "--clean", answer));
        Assert.Contains("clean: 1 documents, 8 characters, 0 edits in 0 documents", _tool.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scans_are_measured_against_their_truth()
    {
        string pages = _tool.Write("pages.jsonl", """
            {"id":"a","degradation":"blur","truth":"会议听取了报告。","ocr":"内部资料\n会议听取了报吿。\n","extras":["内部资料"]}
            {"id":"b","degradation":"clean","truth":"会议同意报告。","ocr":"会议同意报告。\n","extras":[]}
            """);
        Assert.Equal(0, await _tool.Run("evaluate", "scans", pages, "--ocr", "off"));
        string[] lines = _tool.Output.Split('\n');
        Assert.Equal("2 passages, 15 characters, mode Off", lines[0]);
        Assert.Equal(2, lines.Count(line => line.TrimStart().StartsWith("blur", StringComparison.Ordinal)));
        Assert.Contains(lines, line => line.TrimStart().StartsWith("all          6.67 (6.67) %", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.TrimStart().StartsWith("all          40.00 (33.33) %", StringComparison.Ordinal));
        Assert.Contains("worst: a 0.125, b 0.000", _tool.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clean_text_is_wrapped_to_measure_the_harm_that_cleaning_scans_does()
    {
        string pages = _tool.Write("pages.jsonl", """{"id":"a","degradation":"clean","truth":"会议同意报告。","ocr":"会议同意报告。\n","extras":[],"doc":"a"}""");
        string text = string.Concat(Enumerable.Repeat("要发展服务业，加强基础设施建设，提高行政效能，推进依法行政，各单位要认真落实。", 10));
        _tool.WritePacked("corpus/news.jsonl.gz", string.Join('\n', Enumerable.Range(0, 60).Select(i => $$"""{"id":"{{i}}","text":"{{text}}"}""")));
        Assert.Equal(0, await _tool.Run("evaluate", "scans", pages, "--ocr", "off", "--corpus", _tool.PathOf("corpus")));
        string[] lines = [.. _tool.Output.Split('\n').Where(line => line.StartsWith("clean text ", StringComparison.Ordinal) && line.Contains(" texts ", StringComparison.Ordinal))];
        Assert.Equal(4, lines.Length);
        Assert.All(lines, line => Assert.DoesNotContain("of 0 texts", line, StringComparison.Ordinal));
        Assert.Contains(" 0 changed, 0 of them", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_record_of_a_scan_is_named()
    {
        string pages = _tool.Write("pages.jsonl", "{\"id\":\"a\"}\n{\n");
        Assert.Equal(2, await _tool.Run("evaluate", "scans", pages));
        Assert.Contains("pages.jsonl, line 2: expected a JSON object", _tool.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("words")]
    [InlineData("quotes")]
    [InlineData("layout")]
    [InlineData("findings")]
    [InlineData("harm")]
    public async Task Held_out_documents_of_a_corpus_are_measured(string what)
    {
        string[] documents = [.. Enumerable.Range(0, 60).Select(i => $$"""{"id":"{{i}}","text":"全市“十四五”规划第{{i}}章：要发展服务业，加强基础设施建设，2023年完成投资{{i}}.5亿元，增长{{i}}.2%。\n我们的工作还有不足，要按照“放管服”改革的要求，继续推进。"}""")];
        _tool.WritePacked("corpus/news.jsonl.gz", string.Join('\n', documents));
        Assert.Equal(0, await _tool.Run("evaluate", what, _tool.PathOf("corpus")));
        Assert.NotEqual("", _tool.Output);
        Assert.Equal("", _tool.Error);
    }

    [Theory]
    [InlineData("words", "{\"id\":\"1\"}", "news.jsonl.gz, line 1: expected a JSON object with the strings id and text.")]
    [InlineData("harm", "{\"id\":\"1\",\"text\":\"a\"}\n{", "news.jsonl.gz, line 2: expected a JSON object with the strings id and text.")]
    [InlineData("quotes", null, "expected files named *.jsonl.gz, found none.")]
    public async Task A_corpus_that_cannot_be_read_is_told(string what, string? lines, string message)
    {
        Directory.CreateDirectory(_tool.PathOf("corpus"));
        if (lines is not null) _tool.WritePacked("corpus/news.jsonl.gz", lines);
        Assert.Equal(2, await _tool.Run("evaluate", what, _tool.PathOf("corpus")));
        Assert.Contains(message, _tool.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.json", "[]", "expected {\"edits\":")]
    [InlineData("a.json", "{\"edits\":[[0]]}", "expected {\"edits\":")]
    [InlineData("a.json", "{\"edits\":[[3,2,\"x\"]]}", "the text has no place [3,2], it has 4 code points")]
    [InlineData("a.jsonl", "{", "edits one a line (.jsonl)")]
    [InlineData("a.jsonl", """{"start":9,"length":2,"original":"效劳","replacement":"服务","kind":"substitution"}""", "no \"效劳\" stands at 9; the edits are of another text.")]
    [InlineData("a.jsonl", """{"start":0,"length":2,"original":"效劳","replacement":"服务","kind":"substitution"}""", "no \"效劳\" stands at 0; the edits are of another text.")]
    public async Task An_answer_that_does_not_fit_is_told(string name, string content, string message)
    {
        string damaged = _tool.Write("d.txt", "提高效劳"), answer = _tool.Write(name, content);
        Assert.Equal(2, await _tool.Run("evaluate", damaged, answer));
        Assert.Contains(message, _tool.Error, StringComparison.Ordinal);
        if (name == "a.json") return;
        Assert.Equal(2, await _tool.Run("evaluate", damaged, _tool.Write("right.txt", "提高服务"), "--edits", answer));
        Assert.Contains(message, _tool.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_a_text_judges_every_kind_of_edit()
    {
        _tool.MakeRepair = _ => text =>
        {
            EditList edits = EditList.Create([new TextEdit(0, "1、", "", EditKind.Layout, 1, "", "")]);
            return new RepairResult(text, edits.ApplyTo(text), edits, [], Diagnosis.Clean);
        };
        string damaged = _tool.Write("a.txt", "1、提高服务质量");
        Assert.Equal(0, await _tool.Run("evaluate", damaged, _tool.Write("b.txt", "提高服务质量")));
        Assert.Contains("layout: P 1.0000 R 1.0000", _tool.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damage_and_its_undoing_are_a_pair()
    {
        string words = _tool.Write("words.tsv", "效劳\t服务\tA\n");
        string clean = _tool.Write("clean.txt", "提高服务质量，服务群众。");
        Assert.Equal(0, await _tool.Run("damage", clean, "-d", words, "-o", _tool.PathOf("d.txt"), "--edits", _tool.PathOf("undo.jsonl")));
        Assert.Equal("提高效劳质量，效劳群众。", _tool.Read("d.txt"));
        Assert.Equal(0, await _tool.Run("evaluate", _tool.PathOf("d.txt"), _tool.PathOf("undo.jsonl")));
        Assert.Contains("(right 2, false 0, missed 0)", _tool.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Damage_can_be_undone_whatever_the_dictionary() => Gen.Select(
        Gen.OneOfConst("甲", "乙", "甲乙", "丙", "😀", "\n", "“", "”", "（", "）").Array[0, 300].Select(string.Concat), Gen.ULong, Gen.Double[0, 1]).Sample((text, seed, share) =>
    {
        Func<string, Random, DamagedText>[] layout = [QuoteDamage.LoseHalf, QuoteDamage.ChangeBrackets, LayoutDamage.BreakLines, LayoutDamage.DrivePageMarksIn];
        Substitution[] swaps = [new("乙", "甲"), new("丙丙", "甲乙"), new("丁", "丙"), new("戊", "丙")];
        RepairResult damage = Damage();
        return Damager.Undo(damage).Edits.ApplyTo(damage.Text) == text && Damage().Text == damage.Text;
        RepairResult Damage() => new Damager(swaps, seed, share, share) { Layout = layout }.Damage(text);
    });

    [Fact]
    public void Intervals_hold_their_known_values()
    {
        (double low, double high) = Statistics.Wilson(10, 10);
        Assert.Equal((0.7225, 1), (Math.Round(low, 4), Math.Round(high, 4)));
        Assert.Equal(2.9957, Statistics.PoissonUpperBound(0), 4);
        Assert.Equal(4.7439, Statistics.PoissonUpperBound(1), 4);
    }

    [Fact]
    public async Task Pairs_of_texts_teach_swaps_of_whole_words()
    {
        string damaged = _tool.Write("d.txt", "经济开展很快。\n开展活动，推动经济开展。\n");
        string clean = _tool.Write("c.txt", "经济发展很快。\n开展活动，推动经济发展。\n");
        Assert.Equal(0, await _tool.Run("learn", damaged, clean));
        Assert.Contains("\n开展\t发展\tuser\tseen 2 times; the damaged word stands unswapped 1 times, the original is alive 0 times; 经济[开展]很快。 开展\n", _tool.Output, StringComparison.Ordinal);
        Assert.Equal(0, await _tool.Run("dict", "test", _tool.Write("p.tsv", _tool.Output)));
    }

    [Fact]
    public async Task Damaged_texts_alone_teach_swaps_of_words_that_are_missing()
    {
        string seed = Path.Combine(AppContext.BaseDirectory, "seeds", "county-work-report.txt");
        Assert.Equal(0, await _tool.Run("learn", "--damaged", seed));
        Assert.Contains("\n开展\t发展\tuser\tfound 44 times where ", _tool.Output, StringComparison.Ordinal);
        Assert.Contains("\n到达\t达到\tuser\t", _tool.Output, StringComparison.Ordinal);
        Assert.Equal(0, await _tool.Run("dict", "test", _tool.Write("p.tsv", _tool.Output)));
    }

    [Fact]
    public async Task A_few_clean_sentences_teach_nothing()
    {
        string path = _tool.Write("a.jsonl", string.Concat(Enumerable.Range(0, 20).Select(i => $"{{\"text\":\"第{i}次会议讨论了经济发展和基础设施建设，通过了服务群众的办法。\"}}\n")));
        Assert.Equal(0, await _tool.Run("learn", "--damaged", path));
        Assert.Equal("# damaged\toriginal\tfamily\tremark\n", _tool.Output);
    }

    [Theory]
    [InlineData("经济", "速度加快", "开展", "发展", 1)]
    [InlineData("积极", "活动", "开展", "发展", -1)]
    public void A_place_asks_for_the_word_that_fits(string left, string right, string damaged, string original, int sign) =>
        Assert.Equal(sign, Math.Sign(new PlaceJudge().Gain(new WordPlace(left, right), damaged, original)));

    [Theory]
    [InlineData(0, 2.5, 2.5)]
    [InlineData(3, 3, 0)]
    [InlineData(10, 1, 14.0259)]
    public void Surprise_is_the_ratio_of_two_rates(int found, double expected, double surprise) =>
        Assert.Equal(surprise, new WordUse("词", found, expected).Surprise, 4);

    [Fact]
    public async Task A_dictionary_runs_its_examples()
    {
        string good = _tool.Write("good.tsv", "效劳\t服务\n#=\t提高效劳质量\t提高服务质量\n#=\t不变\n");
        Assert.Equal(0, await _tool.Run("dict", "test", good));
        Assert.EndsWith("1 swaps, 0 doubtful; 2 examples, 0 failed\n", _tool.Output, StringComparison.Ordinal);
        string bad = _tool.Write("bad.tsv", "效劳\t服务\n\n#=\t提高效劳质量\n");
        Assert.Equal(1, await _tool.Run("dict", "test", bad));
        Assert.Contains("bad.tsv, line 3: expected \"提高效劳质量\", found \"提高服务质量\".\n", _tool.Output, StringComparison.Ordinal);
        Assert.Equal(2, await _tool.Run("dict", "test", _tool.Write("broken.tsv", "效劳\t服务\n#=\t一\t二\t三\n")));
        Assert.Contains("broken.tsv, line 2: expected a text and its repair, found 3 columns.", _tool.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Layout_is_damaged_beside_words_and_can_be_undone()
    {
        string clean = _tool.Write("clean.txt", string.Concat(Enumerable.Repeat("会议指出，要坚持“服务为先”，提高质量，让群众满意。", 60)));
        Assert.Equal(0, await _tool.Run("damage", clean, "-d", _tool.Write("words.tsv", "效劳\t服务\tA\n"), "--layout", "marks,quotes", "--seed", "3", "-o", _tool.PathOf("d.txt"), "--edits", _tool.PathOf("undo.jsonl")));
        TextEdit[] undo = [.. AnswerFile.ReadEdits(_tool.Read("undo.jsonl"))];
        Assert.Equal([EditKind.Substitution, EditKind.Layout, EditKind.Quote], undo.Select(edit => edit.Kind).Distinct().Order());
        Assert.Equal(_tool.Read("clean.txt"), EditList.Create(undo).ApplyTo(_tool.Read("d.txt")));
        Assert.Equal(2, await _tool.Run("damage", clean, "--layout", "colours"));
        Assert.Contains("found \"colours\"", _tool.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_are_divided_and_lines_stay()
    {
        Assert.Equal(0, await _tool.RunOn("南京市长江大桥\r\n\n基础设施", "segment", "--separator", "/"));
        Assert.Equal("南京市/长江大桥\r\n\n基础设施", _tool.Output);
    }

    [Fact]
    public async Task A_dictionary_is_linted()
    {
        string good = _tool.Write("good.tsv", "效劳\t服务\n");
        string doubtful = _tool.Write("doubtful.tsv", "的\t旳\n甲乙\t丙丁\n丙丁\t甲乙\n");
        Assert.Equal(0, await _tool.Run("dict", "test", good));
        Assert.Equal(1, await _tool.Run("dict", "test", doubtful));
        Assert.Contains("one character", _tool.Output, StringComparison.Ordinal);
        Assert.Contains("⇄", _tool.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_dictionary_is_read_or_refused_with_its_line() => Gen.OneOf(
        Gen.OneOfConst("效劳", "服务", "\t", "\n", " ", "#", "\r\n", "\ud83d\ude00", "\ufffd", "甲").Array[0, 20].Select(pieces => System.Text.Encoding.UTF8.GetBytes(string.Concat(pieces))),
        Gen.Byte.Array[0, 30]).Sample(bytes =>
    {
        try
        {
            using var reader = new StreamReader(new MemoryStream(bytes), new System.Text.UTF8Encoding(false, true));
            return CorrectionDictionary.Read(reader, "words.tsv").Substitutions.All(swap => swap.Damaged.Length > 0);
        }
        catch (DictionaryFormatException e)
        {
            return e.Message.StartsWith("words.tsv, ", StringComparison.Ordinal);
        }
    }, iter: 5000);

    private static List<CodePointEdit> Parse(string edits) =>
        [.. edits.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(edit => edit.Split(',')).Select(parts => new CodePointEdit(int.Parse(parts[0]), int.Parse(parts[1]), parts[2]))];
}
