using System.Text;
using TextRepair.Corpus;

namespace TextRepair.Cli;

/// <summary>One run of <c>repair</c>: what was asked for, checked, and carried out.</summary>
internal sealed partial class RepairJob(Host host, RepairSettings settings, Func<string, RepairResult> repair)
{
    private readonly Func<string, RepairResult> _repair = repair;
    private int _exitCode;

    public required IReadOnlyList<InputFile> Inputs { get; init; }

    public string? Output { get; init; }

    public bool InPlace { get; init; }

    public string? Edits { get; init; }

    /// <summary>Gets a value indicating whether findings are printed on standard error.</summary>
    public bool ShowFindings { get; init; }

    public string? Report { get; init; }

    public bool? JsonLines { get; init; }

    public TextEncoding? OutputEncoding { get; init; }

    public string? Rejects { get; init; }

    public bool PassRejects { get; init; }

    public bool Diff { get; init; }

    public bool Resume { get; init; }

    /// <summary>Gets a value indicating whether long texts may be read part by part; their parts are the same then as when read at once.</summary>
    public bool CanDivide { get; init; } = true;

    /// <summary>Gets the part of the work to do: every N-th input, or every N-th line where there is one.</summary>
    public ShardSelection Part { get; init; } = ShardSelection.All;

    /// <summary>Gets what the edits file speaks of; <c>damage</c> writes the edits that undo it.</summary>
    public Func<RepairResult, RepairResult> ForEdits { get; init; } = result => result;

    private bool IsOutputFolder => Output is not null && (Inputs.Count > 1 || Directory.Exists(Output) || Path.EndsInDirectorySeparator(Output));

    public int Run(CancellationToken cancellation)
    {
        Check();
        using var edits = EditsOutput.Create(Edits, Inputs.Count > 1, cancellation);
        var report = ReportOutput.Create(Report, Inputs.Count, cancellation);
        using OutputFile? rejects = Rejects is null ? null : new OutputFile(Rejects, cancellation);
        InputFile[] mine = Inputs.Count == 1 ? [.. Inputs] : [.. Inputs.Where((_, index) => Part.Contains(index))];
        InputFile[] left = [.. mine.Where(input => !IsDone(input))];
        if (left.Length < mine.Length) host.WriteError($"{mine.Length - left.Length} of {mine.Length} inputs are done already and were left out.");
        using (Progress progress = Progress.Start(host, left, IsRecords))
        {
            RunTexts([.. left.Where(input => !IsRecords(input) && !IsLong(input))], edits, report, progress, cancellation);
            foreach (InputFile input in left.Where(IsLong)) Guard(left.Length, () => RunLong(input, edits, progress, cancellation));
            foreach (InputFile input in left.Where(IsRecords)) Guard(left.Length, () => RunRecords(input, edits, rejects, progress, cancellation));
        }
        edits?.Commit();
        rejects?.Commit();
        return _exitCode;
    }

    private bool IsRecords(InputFile input) => JsonLines ?? input.IsJsonLines;

    // --format text reads a web page as the text it is.
    private bool IsDocument(InputFile input) => JsonLines is null && DocumentInput.IsDocument(input);

    // What is shown is shown whole, and what undoes damage speaks of the whole.
    private bool IsLong(InputFile input) => input.IsLong && CanDivide && Report is null && !Diff && !IsRecords(input) && !IsDocument(input);

    private bool IsDone(InputFile input) => Resume && File.Exists(PathFor(input));

    private string? PathFor(InputFile input) =>
        InPlace ? input.Path : IsOutputFolder ? Path.Combine(Output!, input.Path is null ? "stdin.txt" : input.RelativePath) : Output;

    private string? NameInEdits(InputFile input) => Inputs.Count > 1 ? input.Name : null;

    // With several inputs one that fails is reported and the others are done, as cat and grep do.
    private void Guard(int inputs, Action action)
    {
        try
        {
            action();
        }
        catch (CliException e) when (inputs > 1)
        {
            Tell(e);
        }
    }

    private void Tell(CliException e)
    {
        host.WriteError(e.Message);
        _exitCode = ExitCode.Error;
    }

    private void Show(CheckedDocument document)
    {
        if (!ShowFindings || document.Result.Findings.Count == 0) return;
        using var writer = new TextCheckWriter(bytes => host.Error.Write(Encoding.UTF8.GetString(bytes.Span)));
        RepairResult result = document.Result;
        writer.Add(document with { Result = new RepairResult(result.Original, result.Original, EditList.Empty, result.Findings, result.Diagnosis) });
    }
}
