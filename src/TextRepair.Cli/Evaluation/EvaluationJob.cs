using System.Globalization;
using System.Text;
using TextRepair.Records;

namespace TextRepair.Cli;

/// <summary>One run of <c>evaluate</c>.</summary>
internal sealed class EvaluationJob(Host host, RepairSettings settings)
{
    private readonly Func<string, RepairResult> _repair = host.MakeRepair(settings.Options);
    private readonly StringBuilder _report = new();

    public required IReadOnlyList<string> Pairs { get; init; }

    public required IReadOnlyList<string> Clean { get; init; }

    public string? Edits { get; init; }

    public int Worst { get; init; }

    public int Run(CancellationToken cancellation)
    {
        if (Pairs.Count % 2 != 0) throw new CliException("evaluate takes pairs of files: DAMAGED ANSWER [DAMAGED ANSWER …].");
        if (Pairs.Count == 0 && Clean.Count == 0) throw new CliException("evaluate needs a pair of files, or --clean FILE.");
        if (Edits is not null && Pairs.Count != 2) throw new CliException("--edits goes with one pair of files.");
        if (Pairs.Count > 0) EvaluatePairs();
        if (Clean.Count > 0) EvaluateClean(cancellation);
        host.Output.Write(Encoding.UTF8.GetBytes(_report.ToString()));
        host.Output.Flush();
        return ExitCode.Success;
    }

    private void EvaluatePairs()
    {
        var all = new List<Place>();
        foreach (string[] pair in Pairs.Chunk(2))
        {
            string damaged = new InputFile(pair[0], pair[0]).ReadText(host, settings.Encoding).Text;
            IReadOnlyList<Place> places = Evaluate(pair[1], damaged);
            if (Pairs.Count > 2) Row(Path.GetFileName(pair[0]), places);
            all.AddRange(places);
        }
        Row("all", all, intervals: true);
        foreach (IGrouping<EditKind, Place> kind in all.GroupBy(place => place.Kind).OrderBy(kind => kind.Key)) Row(ResultJson.NameOf(kind.Key), [.. kind]);
        foreach (IGrouping<string, Place> pair in all.GroupBy(place => place.Pair).OrderByDescending(pair => pair.Count(place => place.Verdict != Verdict.Right)).ThenByDescending(pair => pair.Count()).ThenBy(pair => pair.Key, StringComparer.Ordinal))
            Row(pair.Key.ReplaceLineEndings("⏎"), [.. pair]);
        foreach (Place place in all.Where(place => place.Verdict != Verdict.Right).OrderByDescending(place => place.Verdict).Take(Worst))
            _report.Append(CultureInfo.InvariantCulture, $"  {place.Verdict.ToString().ToLowerInvariant(),-6} {place.Shown}\n");
    }

    private IReadOnlyList<Place> Evaluate(string answerPath, string damaged)
    {
        Answer answer = AnswerFile.Read(host, answerPath, damaged);
        return Scorer.Score(damaged, answer, EditsOf(damaged, answer.Kinds));
    }

    private List<CodePointEdit> EditsOf(string damaged, IReadOnlySet<EditKind> kinds)
    {
        IEnumerable<TextEdit> edits = Edits is null
            ? _repair(damaged).Edits
            : AnswerFile.ReadEdits(host, Edits, damaged);
        return CodePoints.Convert(damaged, edits.Where(edit => kinds.Contains(edit.Kind)));
    }

    private void Row(string name, IReadOnlyList<Place> places, bool intervals = false)
    {
        Counts counts = Counts.Of(places);
        _report.Append(CultureInfo.InvariantCulture, $"{name}: P {counts.Precision:0.0000}");
        if (intervals) Interval(Statistics.Wilson(counts.Right, counts.Right + counts.False));
        _report.Append(CultureInfo.InvariantCulture, $" R {counts.Recall:0.0000}");
        if (intervals) Interval(Statistics.Wilson(counts.Right, counts.Right + counts.Missed));
        _report.Append(CultureInfo.InvariantCulture, $" F1 {counts.F1:0.0000}");
        if (intervals) Interval(Statistics.BootstrapF1(places));
        _report.Append(CultureInfo.InvariantCulture, $" (right {counts.Right}, false {counts.False}, missed {counts.Missed})\n");
    }

    private void Interval((double Low, double High) interval) =>
        _report.Append(CultureInfo.InvariantCulture, $" [{interval.Low:0.000}–{interval.High:0.000}]");

    private void EvaluateClean(CancellationToken cancellation)
    {
        long characters = 0;
        int documents = 0, harmed = 0, edits = 0;
        var reader = new ResultReader(host, settings, _repair) { Failed = problem => throw new CliException(problem) };
        reader.Read(InputList.Find(Clean), document =>
        {
            RepairResult result = document.Result;
            documents++;
            characters += result.Original.Length;
            edits += result.Edits.Count;
            if (result.Edits.Count > 0) harmed++;
            foreach (TextEdit edit in result.Edits.Take(Worst))
                _report.Append(CultureInfo.InvariantCulture, $"  harm   {document.Name}: {Around(result.Original, edit)} ({ResultJson.NameOf(edit.Kind)}, {edit.Confidence:0.000})\n");
        }, _ => { }, cancellation);
        double millions = Math.Max(characters, 1) / 1e6;
        _report.Append(CultureInfo.InvariantCulture, $"clean: {documents} documents, {characters} characters, {edits} edits in {harmed} documents: {edits / millions:0.00} per million characters, at most {Statistics.PoissonUpperBound(edits) / millions:0.00} (95 %, one-sided)\n");
    }

    private static string Around(string text, TextEdit edit) =>
        $"{text[Math.Max(0, edit.Start - 10)..edit.Start]}[{edit.Original}→{edit.Replacement}]{text[edit.End..Math.Min(text.Length, edit.End + 10)]}".ReplaceLineEndings("⏎");
}
