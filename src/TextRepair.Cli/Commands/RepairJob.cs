using System.Buffers;
using System.Text;
using TextRepair.Records;
using TextRepair.Streams;

namespace TextRepair.Cli;

/// <summary>One run of <c>repair</c>: what was asked for, checked, and carried out.</summary>
internal sealed class RepairJob(Host host, RepairSettings settings, Func<string, RepairResult> repair)
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
    public Shard Part { get; init; } = new(1, 1);

    /// <summary>Gets what the edits file speaks of; <c>damage</c> writes the edits that undo it.</summary>
    public Func<RepairResult, RepairResult> ForEdits { get; init; } = result => result;

    private bool IsOutputFolder => Output is not null && (Inputs.Count > 1 || Directory.Exists(Output) || Path.EndsInDirectorySeparator(Output));

    public int Run(CancellationToken cancellation)
    {
        Check();
        using var edits = EditsOutput.Create(Edits, Inputs.Count > 1, cancellation);
        var report = ReportOutput.Create(Report, Inputs.Count, cancellation);
        using OutputFile? rejects = Rejects is null ? null : new OutputFile(Rejects, cancellation);
        InputFile[] mine = Inputs.Count == 1 ? [.. Inputs] : [.. Inputs.Where((_, index) => Part.Has(index))];
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

    private void Check()
    {
        if (InPlace && Output is not null) throw new CliException("--in-place and -o exclude each other.");
        if (InPlace && Inputs.Any(input => input.Path is null)) throw new CliException("--in-place needs files, not standard input.");
        if (Diff && (InPlace || Output is not null)) throw new CliException("--diff only prints; leave out --in-place and -o.");
        if (Part.Count > 1 && Inputs.Count == 1 && !IsRecords(Inputs[0])) throw new CliException("--shard needs several inputs, or JSON lines.");
        if (Report is not null && Inputs.FirstOrDefault(IsRecords) is { } records) throw new CliException($"{records.Name}: --report shows texts and documents, not JSON lines.");
        if (Inputs.FirstOrDefault(input => input.IsPacked) is { } packed) throw new CliException($"{packed.Name}: is compressed. Unpack it (zcat), or repair compressed JSON lines by textrepair corpus run.");
        if (OutputEncoding is not null && Inputs.FirstOrDefault(IsDocument) is { } document) throw new CliException($"{document.Name}: --output-encoding is for plain text; a document keeps its own.");
        if (Resume && !IsOutputFolder) throw new CliException("--resume needs -o with a folder.");
        if (Resume && Edits is not null && !EditsOutput.IsFolder(Edits)) throw new CliException("--resume needs --edits with a folder: end its name in /.");
        if (Inputs.Count > 1 && Output is not null && File.Exists(Output)) throw new CliException($"{Output}: is a file, and several inputs need a folder.");
        if (!IsOutputFolder) return;
        foreach (IGrouping<string, InputFile> same in Inputs.GroupBy(input => input.RelativePath, StringComparer.Ordinal).Where(same => same.Count() > 1))
            throw new CliException($"{same.First().Name} and {same.Last().Name} would both be written to {Path.Combine(Output!, same.Key)}. Repair them in two runs.");
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

    private void RunTexts(InputFile[] inputs, EditsOutput? edits, ReportOutput? report, Progress progress, CancellationToken cancellation) =>
        Ordered.Run(inputs, ReadAndRepair, done => Guard(inputs.Length, () => Write(done, edits, report, progress, cancellation)), Math.Min(settings.Threads, Math.Max(1, inputs.Length)), cancellation);

    private RepairedText ReadAndRepair(InputFile input)
    {
        try
        {
            if (IsDocument(input)) return ReadAndRepairDocument(input);
            DecodedText decoded = input.ReadText(host, settings.Encoding);
            return new RepairedText(input, decoded, _repair(decoded.Text), null);
        }
        catch (CliException e)
        {
            return new RepairedText(input, default, null, e);
        }
    }

    private RepairedText ReadAndRepairDocument(InputFile input)
    {
        // A PDF file yields edits and pages, never a file; asked for a file, Repair says why there is none.
        bool isForShow = Diff || (PathFor(input) is null && (Report is not null || Edits is not null));
        RepairedDocument document = DocumentInput.IsReadOnly(input) && isForShow
            ? new RepairedDocument(DocumentInput.Check(input, host, _repair), null, 0)
            : DocumentInput.Repair(input, host, _repair);
        return new RepairedText(input, new DecodedText(document.Result.Original, default, false), document.Result, null) { Document = document };
    }

    private void Write(RepairedText done, EditsOutput? edits, ReportOutput? report, Progress progress, CancellationToken cancellation)
    {
        if (done.Result is not { } result) throw done.Error!;
        using OutputFile? page = report?.Write(done.Input, result);
        if (Diff)
            host.Output.Write(new TerminalDiff(host).Render(done.Input.Name, result));
        else if (done.Document is { } document)
            WriteDocument(done.Input, document, cancellation);
        else
            WriteText(done, cancellation);
        page?.Commit();
        Show(new CheckedDocument(done.Input, default, result));
        edits?.Write(done.Input, output => ResultJson.WriteLines(ForEdits(result), new RecordPlace(0, default, NameInEdits(done.Input)), output));
        edits?.End(done.Input);
        progress.Add(done.Input.Size ?? done.Decoded.Text.Length);
    }

    private void WriteText(RepairedText done, CancellationToken cancellation)
    {
        (InputFile input, DecodedText decoded, RepairResult? result, _) = done;
        bool isSame = result!.Edits.Count == 0 && (OutputEncoding ?? decoded.Encoding) == decoded.Encoding;
        if (InPlace && isSame) return;
        WriteBytes(input, decoded.Encode(result.Text, OutputEncoding), cancellation);
    }

    private void WriteDocument(InputFile input, RepairedDocument document, CancellationToken cancellation)
    {
        if (document.Skipped > 0) host.WriteError($"{input.Name}: {document.Skipped} edits were not made because they would have changed markup.");
        if (document.Content is not { } content || (InPlace && document.Result.Edits.Count == 0)) return;
        if (PathFor(input) is null && host.IsOutputTerminal && !DocumentInput.IsMarkup(input)) throw new CliException($"{input.Name}: is no text for a terminal; give -o OUT.");
        WriteBytes(input, content, cancellation);
    }

    private void WriteBytes(InputFile input, byte[] bytes, CancellationToken cancellation)
    {
        if (PathFor(input) is not { } path)
        {
            host.Output.Write(bytes);
            host.Output.Flush();
            return;
        }
        using var file = new OutputFile(path, cancellation);
        file.Write(bytes);
        file.Commit();
    }

    private void RunLong(InputFile input, EditsOutput? edits, Progress progress, CancellationToken cancellation)
    {
        using var text = LongText.Open(input, host, settings.Encoding);
        using OutputFile? file = PathFor(input) is not { } path ? null : new OutputFile(path, cancellation);
        var stitcher = new WindowStitcher();
        bool isSame = (OutputEncoding ?? text.Encoding) == text.Encoding;
        Ordered.Run(
            text.Windows(),
            window => (Window: window, Result: _repair(window.Text)),
            done =>
            {
                RepairedPart part = stitcher.Take(done.Window, done.Result);
                isSame &= part.Result.Edits.Count == 0;
                WritePart(input, part, text, file, edits);
                progress.Add(text.CountBytes(part.Result.Original));
            },
            settings.Threads,
            cancellation);
        if (!InPlace || !isSame) file?.Commit();
        edits?.End(input);
    }

    private void WritePart(InputFile input, RepairedPart part, LongText text, OutputFile? file, EditsOutput? edits)
    {
        byte[] bytes = TextDecoder.Encode(part.Result.Text, OutputEncoding ?? text.Encoding, text.HasByteOrderMark && part.Position == 0);
        if (file is not null) file.Write(bytes);
        else host.Output.Write(bytes);
        edits?.Write(input, output => ResultJson.WriteLines(part, new RecordPlace(0, default, NameInEdits(input)), output));
    }

    private void RunRecords(InputFile input, EditsOutput? edits, OutputFile? rejects, Progress progress, CancellationToken cancellation)
    {
        using Stream stream = input.Open(host);
        using OutputFile? file = Diff || PathFor(input) is not { } path ? null : new OutputFile(path, cancellation);
        var format = new RecordFormat(settings.Field, settings.IdField, PassRejects);
        long broken = 0;
        new RecordPipeline(format, _repair, settings.Threads) { ForEdits = ForEdits, Lines = Inputs.Count == 1 ? Part : new Shard(1, 1) }.Run(
            stream,
            NameInEdits(input),
            batch =>
            {
                WriteBatch(input, batch, file, edits, rejects);
                broken += batch.Broken.Count;
                progress.Add(batch.Bytes);
            },
            cancellation);
        file?.Commit();
        edits?.End(input);
        if (broken > 0) host.WriteError($"{input.Name}: {broken} lines are no records; they are in {Rejects ?? "the output as they were"}.");
    }

    private void WriteBatch(InputFile input, RecordBatch batch, OutputFile? file, EditsOutput? edits, OutputFile? rejects)
    {
        if (batch.Broken.Count > 0) Reject(input, batch, file, rejects);
        if (Diff)
            foreach (RecordOutcome outcome in batch.Outcomes)
                host.Output.Write(new TerminalDiff(host).Render($"{input.Name}:{outcome.Place.Line}", outcome.Result));
        else if (file is not null)
            file.Write(batch.Output.WrittenSpan);
        else
            host.Output.Write(batch.Output.WrittenSpan);
        if (file is null) host.Output.Flush();
        foreach (RecordOutcome outcome in batch.Outcomes) Show(new CheckedDocument(input, outcome.Place, outcome.Result));
        edits?.Write(input, output => output.Write(batch.Edits.WrittenSpan));
    }

    private void Show(CheckedDocument document)
    {
        if (!ShowFindings || document.Result.Findings.Count == 0) return;
        using var writer = new TextCheckWriter(bytes => host.Error.Write(Encoding.UTF8.GetString(bytes.Span)));
        RepairResult result = document.Result;
        writer.Add(document with { Result = new RepairResult(result.Original, result.Original, EditList.Empty, result.Findings, result.Diagnosis) });
    }

    private void Reject(InputFile input, RecordBatch batch, OutputFile? file, OutputFile? rejects)
    {
        // Of a line that is too long only the beginning was read, so it cannot be passed on.
        bool isPassed = PassRejects && !batch.Broken.Exists(broken => broken.Line.IsTooLong);
        (RecordLine line, string reason) = batch.Broken[0];
        if (rejects is null && !isPassed)
        {
            // What was repaired before the broken line has been read for: a pipe gets it, a file appears whole or not at all.
            if (file is null && !Diff) WriteBefore(line, batch);
            throw new CliException($"{input.Name}, line {line.Number}: {reason} Give --rejects FILE to set such lines aside, or --pass-rejects to keep them.");
        }
        foreach ((RecordLine bad, string why) in batch.Broken)
        {
            host.WriteError($"{input.Name}, line {bad.Number}: {why}");
            rejects?.Write(bad.Bytes.Span);
            if (!bad.Bytes.Span.EndsWith("\n"u8)) rejects?.Write("\n"u8);
        }
    }

    private void WriteBefore(RecordLine broken, RecordBatch batch)
    {
        RecordLine[] before = [.. batch.Lines.TakeWhile(line => line.Number < broken.Number)];
        RecordBatch again = new RecordPipeline(new RecordFormat(settings.Field, settings.IdField, false), _repair, 1).Process([.. before], null);
        host.Output.Write(again.Output.WrittenSpan);
        host.Output.Flush();
    }

    private sealed record RepairedText(InputFile Input, DecodedText Decoded, RepairResult? Result, CliException? Error)
    {
        public RepairedDocument? Document { get; init; }
    }
}
