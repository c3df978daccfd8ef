using System.Globalization;
using System.Text;

namespace TextRepair.Training;

/// <summary>Measures word substitutions on documents of a corpus that training left out: damaged by simulation, and clean.</summary>
public static class CorpusFigures
{
    // Documents of share 0 with more than 400 characters, at most 80 of a source, sources with at least 20 of them.
    private const int LeastLength = 400, MostDocuments = 80, LeastDocuments = 20;

    private const int MostLines = 40_000;
    private const double DamagedLines = 0.1;

    /// <summary>Measures, and writes a line for each source and one with the sums.</summary>
    /// <param name="corpusFolder">A folder of gzip JSON lines, <c>*.jsonl.gz</c>.</param>
    /// <param name="options">The options to measure; only substitutions are looked at.</param>
    /// <param name="figures">What to measure.</param>
    /// <param name="output">Receives the figures.</param>
    public static void Write(string corpusFolder, TextRepairOptions options, CorpusFigureOptions figures, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(figures);
        ArgumentNullException.ThrowIfNull(output);
        options.Kinds.Clear();
        options.Kinds.Add(EditKind.Substitution);
        if (figures.Lines) options.Scope = RepairScope.Line;
        FigureRepairers repairers = figures.Unseen ? FigureRepairers.Unseen(corpusFolder, options) : FigureRepairers.HeldOut(options);
        IEnumerable<CorpusDocument> documents = Corpus.Read(corpusFolder).Where(document => repairers.For(document) >= 0);
        if (figures.Lines) WriteLines(documents, repairers, figures.InForce, output);
        else if (figures.Sentences) WriteSentences(documents, repairers, output);
        else WriteDocuments(documents, repairers, figures.InForce, output);
    }

    private static void WriteDocuments(IEnumerable<CorpusDocument> documents, FigureRepairers repairers, double inForce, TextWriter output)
    {
        var sample = new List<CorpusDocument>();
        WriteClean(documents, repairers, sample, output);
        List<PlaceCounts> all = [];
        foreach (IGrouping<string, CorpusDocument> source in sample.GroupBy(document => document.Source, StringComparer.Ordinal))
        {
            List<CorpusDocument> taken = [.. source.Take(MostDocuments)];
            if (taken.Count < LeastDocuments) continue;
            all.Add(taken.Select(document => Count(document, repairers, inForce)).Aggregate((sum, counts) => sum + counts));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{source.Key,-30} documents {taken.Count,3}  {all[^1]}"));
        }
        if (all.Count == 0) return;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"simulated damage, macro over {all.Count} sources: P {all.Average(a => a.Precision):0.0000}  R {all.Average(a => a.Recall):0.0000}  F1 {all.Average(a => a.F1):0.0000}"));
    }

    private static PlaceCounts Count(CorpusDocument document, FigureRepairers repairers, double inForce)
    {
        DamagedDocument damaged = DamagedDocument.Create(document.Text, document.Id, inForce);
        return damaged.Count(repairers.Repair(damaged.Text, repairers.For(document)));
    }

    private static void WriteClean(IEnumerable<CorpusDocument> documents, FigureRepairers repairers, List<CorpusDocument> sample, TextWriter output)
    {
        long characters = 0;
        int edits = 0;
        foreach (CorpusDocument document in documents)
        {
            characters += document.Text.Length;
            if (document.Share == 0 && document.Text.EnumerateRunes().Count() > LeastLength) sample.Add(document);
            foreach (TextEdit edit in repairers.Repair(document.Text, repairers.For(document)))
            {
                edits++;
                Show(document.Text, edit, $"{document.Source} {document.Id}", output);
            }
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"clean text: {edits} edits in {characters} characters, {edits * 1e6 / Math.Max(1, characters):0.00} in a million"));
    }

    private static void WriteSentences(IEnumerable<CorpusDocument> documents, FigureRepairers repairers, TextWriter output)
    {
        int sentences = 0, edits = 0;
        foreach ((string text, int model) in SentenceText.Find(documents.Where(document => document.Share == 0), repairers))
        {
            sentences++;
            foreach (TextEdit edit in repairers.Repair(text, model))
            {
                edits++;
                Show(text, edit, "sentence", output);
            }
        }
        output.WriteLine($"single clean sentences as documents: {edits} edits in {sentences} sentences");
    }

    private static void WriteLines(IEnumerable<CorpusDocument> documents, FigureRepairers repairers, double inForce, TextWriter output)
    {
        PlaceCounts all = default;
        foreach (var model in SentenceText.Find(documents.Where(document => document.Share < ModelTrainer.HeldOutShares), repairers).GroupBy(line => line.Model))
        {
            var text = new StringBuilder();
            var places = new List<DamagedPlace>();
            foreach (string line in model.Select(line => line.Text).OrderBy(Draw.Of).Take(MostLines / repairers.Count))
            {
                DamagedDocument damaged = DamagedDocument.Create(line, line, Draw.Of("line " + line) < DamagedLines ? inForce : 0);
                places.AddRange(damaged.Places.Select(place => place with { Start = text.Length + place.Start }));
                text.Append(damaged.Text).Append('\n');
            }
            all += new DamagedDocument(text.ToString(), places).Count(repairers.Repair(text.ToString(), model.Key));
        }
        output.WriteLine($"lines, a tenth damaged, {all.Right + all.Missed} places: {all}, {all.Wrong} wrong edits");
    }

    private static void Show(string text, TextEdit edit, string where, TextWriter output)
    {
        string before = text[Math.Max(0, edit.Start - 12)..edit.Start], after = text[edit.End..Math.Min(text.Length, edit.End + 12)];
        output.WriteLine($"  {where}: {before}[{edit.Original}→{edit.Replacement}]{after}".ReplaceLineEndings("⏎"));
    }
}
