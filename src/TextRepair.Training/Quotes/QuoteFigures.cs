using System.Globalization;

namespace TextRepair.Training.Quotes;

/// <summary>Measures quotes and brackets on the held-out documents of a corpus: damaged by simulation, and clean.</summary>
public static class QuoteFigures
{
    private const int MostOfASource = 150, MostShown = 25, FewestShown = 100, Around = 14;

    private static readonly (string Name, Func<string, Random, DamagedText> Damage)[] Kinds =
    [
        ("all closing quotes of a document lost", QuoteDamage.LoseAll),
        ("each closing quote lost with a chance of one half", QuoteDamage.LoseHalf),
        ("one closing quote lost", QuoteDamage.LoseOne),
        ("〞 for ”", QuoteDamage.ChangeForms),
        ("“ for ”, one in ten", QuoteDamage.TurnQuotes),
        ("〕 for ）", QuoteDamage.ChangeBrackets),
        ("? for title marks", QuoteDamage.LoseTitleMarks),
    ];

    /// <summary>Measures and writes a line for each kind of damage and large source, with wrong edits as examples, and the edits of clean text.</summary>
    /// <param name="corpusFolder">A folder of gzip JSON lines, <c>*.jsonl.gz</c>, with <c>id</c> and <c>text</c>.</param>
    /// <param name="options">The options to measure; only quotes and brackets are looked at.</param>
    /// <param name="output">Receives the figures.</param>
    public static void Write(string corpusFolder, TextRepairOptions options, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(output);
        var repairer = new TextRepairer(options);
        List<CorpusDocument> held = [.. Corpus.Read(corpusFolder).Where(text => text.IsHeldOut)];
        WriteClean(held, repairer, output);
        // What the repairer changes in clean text has no known answer.
        List<CorpusDocument> sample = [.. held.Where(text => text.Text.AsSpan().ContainsAny('”', '）', '》')).GroupBy(text => text.Source).SelectMany(source => source.Take(MostOfASource)).Where(text => Repair(repairer, text.Text).Count == 0)];
        foreach ((string name, Func<string, Random, DamagedText> damage) in Kinds) WriteKind(name, damage, sample, repairer, output);
    }

    private static List<TextEdit> Repair(TextRepairer repairer, string text) => [.. repairer.Repair(text).Edits.Where(edit => edit.Kind == EditKind.Quote)];

    private static void WriteKind(string name, Func<string, Random, DamagedText> damage, List<CorpusDocument> texts, TextRepairer repairer, TextWriter output)
    {
        var random = new Random(7);
        int shown = 0;
        QuoteTally all = default;
        foreach (IGrouping<string, CorpusDocument> source in texts.GroupBy(text => text.Source))
        {
            QuoteTally tally = default;
            foreach (CorpusDocument text in source) tally += Judge(text, damage(text.Text, random), repairer, ref shown, output);
            all += tally;
            if (tally.Wanted >= FewestShown) output.WriteLine($"  {source.Key}: {tally}");
        }
        output.WriteLine($"{name}: {all}");
    }

    private static QuoteTally Judge(CorpusDocument text, DamagedText damaged, TextRepairer repairer, ref int shown, TextWriter output)
    {
        if (damaged.Repairs.Count == 0) return default;
        HashSet<(int, string)> open = [.. damaged.Repairs.Select(repair => (repair.Start, repair.Replacement))];
        int wanted = open.Count, right = 0;
        List<TextEdit> edits = Repair(repairer, damaged.Text);
        foreach (TextEdit edit in edits)
        {
            if (open.Remove((edit.Start, edit.Replacement))) right++;
            else if (shown++ < MostShown) Show(output, text.Source, damaged.Text, edit);
        }
        return new QuoteTally(wanted, edits.Count, right);
    }

    private static void WriteClean(List<CorpusDocument> held, TextRepairer repairer, TextWriter output)
    {
        long characters = 0;
        int edits = 0;
        foreach (CorpusDocument text in held)
        {
            characters += text.Text.Length;
            foreach (TextEdit edit in Repair(repairer, text.Text))
            {
                edits++;
                Show(output, text.Source, text.Text, edit);
            }
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"clean text: {edits} edits of quotes and brackets in {characters} characters, {1e6 * edits / Math.Max(1, characters):0.00} in a million"));
    }

    private static void Show(TextWriter output, string source, string text, TextEdit edit)
    {
        string left = text[Math.Max(0, edit.Start - Around)..edit.Start], right = text[edit.End..Math.Min(text.Length, edit.End + Around)];
        output.WriteLine($"  {source} {edit.Rule} {edit.Confidence.ToString("0.00", CultureInfo.InvariantCulture)} {left}[{edit.Original}→{edit.Replacement}]{right}".ReplaceLineEndings("⏎"));
    }
}
