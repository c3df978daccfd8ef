using System.Globalization;
using System.Text;

namespace TextRepair.Training.Layout;

/// <summary>Measures cleaning on held-out text that was damaged by simulation.</summary>
internal static class CleaningFigures
{
    private const int ShortestText = 1500;
    private const int Around = 14;
    private const int MostShown = 40;

    private static readonly (string Name, Func<string, Random, DamagedText> Damage, EditKind Kind, bool LeavesBreaks)[] Kinds =
    [
        ("page marks", LayoutDamage.DrivePageMarksIn, EditKind.Layout, false),
        ("broken lines", LayoutDamage.BreakLines, EditKind.Layout, false),
        ("running titles in paragraphs", RunningTitleDamage.Insert, EditKind.Layout, false),
        ("running titles between broken lines", RunningTitleDamage.InsertBetweenLines, EditKind.Layout, true),
        ("notices between lines", (text, random) => NoticeDamage.Insert(text, inMidSentence: false, random), EditKind.Layout, false),
        ("notices in mid sentence", (text, random) => NoticeDamage.Insert(text, inMidSentence: true, random), EditKind.Layout, false),
        ("characters of a text set apart", (text, random) => CharacterDamage.SetApart(text, wholeText: true, random), EditKind.Layout, false),
        ("characters of single lines set apart", (text, random) => CharacterDamage.SetApart(text, wholeText: false, random), EditKind.Layout, false),
        ("invisible characters", CharacterDamage.AddInvisible, EditKind.Width, false),
        ("radicals", CharacterDamage.UseRadicals, EditKind.Width, false),
        ("compatibility ideographs", CharacterDamage.UseCompatibility, EditKind.Width, false),
    ];

    /// <summary>Measures page marks and broken lines.</summary>
    /// <param name="folder">The folder of the corpus.</param>
    /// <param name="mostOfASource">How many documents of each source to damage.</param>
    public static string Measure(string folder, int mostOfASource)
    {
        List<CorpusDocument> texts = [.. Corpus.Read(folder).Where(text => text.IsHeldOut).GroupBy(text => text.Source).SelectMany(source => source.Where(text => text.Text.Length >= ShortestText).Take(mostOfASource))];
        var report = new StringBuilder();
        foreach (var (name, damage, kind, leavesBreaks) in Kinds) MeasureKind(name, texts, damage, kind, leavesBreaks, report);
        return report.ToString();
    }

    private static void MeasureKind(string name, List<CorpusDocument> texts, Func<string, Random, DamagedText> damage, EditKind kind, bool leavesBreaks, StringBuilder report)
    {
        var repairer = new TextRepairer();
        var random = new Random(7);
        int given = 0, right = 0, wanted = 0, shown = 0;
        foreach (CorpusDocument text in texts)
        {
            // Some of the corpus is damaged itself (lines broken by a PDF extraction): what is right there is not known.
            if (repairer.Repair(text.Text).Edits.Count > 0) continue;
            DamagedText damaged = damage(text.Text, random);
            List<TextEdit> edits = [.. repairer.Repair(damaged.Text).Edits.Where(edit => edit.Kind == kind && !(leavesBreaks && string.IsNullOrWhiteSpace(edit.Original)))];
            List<TextEdit> open = [.. damaged.Repairs];
            (given, wanted) = (given + edits.Count, wanted + open.Count);
            int hits = 0;
            foreach (TextEdit edit in edits)
            {
                int match = open.FindIndex(repair => DoTheSame(damaged.Text, edit, repair, leavesBreaks));
                if (match >= 0) open.RemoveAt(match);
                if (match >= 0) hits++;
                else if (shown++ < MostShown) Show(report, text.Source, damaged.Text, edit);
            }
            right += hits;
            if (damaged.Repairs.Count > 2 && hits * 2 < damaged.Repairs.Count && kind == EditKind.Layout && shown++ < MostShown)
                report.AppendLine(CultureInfo.InvariantCulture, $"  missed {text.Source} {text.Id}: {hits} of {damaged.Repairs.Count}");
        }
        report.AppendLine(CultureInfo.InvariantCulture, $"{name}: {texts.Count} documents, {wanted} places, {given} edits, precision {(double)right / given:0.0000}, recall {(double)right / wanted:0.0000}");
    }

    // A break may be taken from either side of an equal character: what counts is the text that comes out.
    private static bool DoTheSame(string text, TextEdit a, TextEdit b, bool leavesBreaks)
    {
        if (Math.Abs(a.Start - b.Start) > Around) return false;
        int start = Math.Min(a.Start, b.Start), end = Math.Max(a.End, b.End);
        string Result(TextEdit edit) => string.Concat(text.AsSpan(start, edit.Start - start), edit.Replacement, text.AsSpan(edit.End, end - edit.End));
        return leavesBreaks ? WithoutBreaks(Result(a)) == WithoutBreaks(Result(b)) : Result(a) == Result(b);
    }

    private static string WithoutBreaks(string text) => text.Replace("\n", "", StringComparison.Ordinal);

    private static void Show(StringBuilder report, string source, string text, TextEdit edit)
    {
        string left = text[Math.Max(0, edit.Start - Around)..edit.Start], right = text[edit.End..Math.Min(text.Length, edit.End + Around)];
        report.AppendLine($"  wrong {source} {edit.Rule} {edit.Confidence.ToString("0.00", CultureInfo.InvariantCulture)} {left}[{edit.Original}→{edit.Replacement}]{right}".Replace("\n", "⏎", StringComparison.Ordinal));
    }
}
