namespace TextRepair.Cli;

/// <summary>One run of <c>check</c>.</summary>
internal sealed class CheckJob(Host host, RepairSettings settings)
{
    private readonly Func<string, RepairResult> _repair = host.MakeRepair(settings.Options);
    private int _exitCode;

    public required IReadOnlyList<InputFile> Inputs { get; init; }

    public bool? JsonLines { get; init; }

    public required string Format { get; init; }

    public string? Output { get; init; }

    public string? Report { get; init; }

    public int Run(CancellationToken cancellation)
    {
        if (Report is not null && Inputs.FirstOrDefault(IsRecords) is { } records) throw new CliException($"{records.Name}: --report shows texts and documents, not JSON lines.");
        var report = ReportOutput.Create(Report, Inputs.Count, cancellation);
        using OutputFile? file = Output is null ? null : new OutputFile(Output, cancellation);
        using ICheckWriter writer = Writer(bytes => Write(file, bytes.Span));
        using (Progress progress = Progress.Start(host, Inputs))
            foreach (InputFile input in Inputs) Check(input, writer, report, progress, cancellation);
        writer.End();
        file?.Commit();
        if (file is null) host.Output.Flush();
        return _exitCode;
    }

    private ICheckWriter Writer(Action<ReadOnlyMemory<byte>> write) => Format switch
    {
        "json" => new JsonCheckWriter(write),
        "sarif" => new SarifCheckWriter(write),
        "rdjsonl" => new ReviewdogCheckWriter(write),
        _ => new TextCheckWriter(write),
    };

    private void Write(OutputFile? file, ReadOnlySpan<byte> bytes)
    {
        if (file is null) host.Output.Write(bytes);
        else file.Write(bytes);
    }

    private bool IsRecords(InputFile input) => JsonLines ?? input.IsJsonLines;

    private void Check(InputFile input, ICheckWriter writer, ReportOutput? report, Progress progress, CancellationToken cancellation)
    {
        try
        {
            if (IsRecords(input)) CheckRecords(input, writer, progress, cancellation);
            else CheckText(input, writer, report, progress);
        }
        catch (CliException e)
        {
            host.WriteError(e.Message);
            _exitCode = ExitCode.Error;
        }
    }

    private void CheckText(InputFile input, ICheckWriter writer, ReportOutput? report, Progress progress)
    {
        RepairResult result = JsonLines is null && DocumentInput.IsDocument(input)
            ? DocumentInput.Check(input, host, _repair)
            : _repair(input.ReadText(host, settings.Encoding).Text);
        using OutputFile? page = report?.Write(input, result);
        page?.Commit();
        Add(writer, new CheckedDocument(input, default, result));
        progress.Add(input.Size ?? result.Original.Length);
    }

    private void CheckRecords(InputFile input, ICheckWriter writer, Progress progress, CancellationToken cancellation)
    {
        using Stream stream = input.Open(host);
        var format = new RecordFormat(settings.Field, settings.IdField, PassesBrokenLines: false);
        new RecordPipeline(format, _repair, settings.Threads).Run(
            stream,
            null,
            batch =>
            {
                foreach (RecordOutcome outcome in batch.Outcomes) Add(writer, new CheckedDocument(input, outcome.Place, outcome.Result));
                foreach ((RecordLine line, string reason) in batch.Broken)
                {
                    host.WriteError($"{input.Name}, line {line.Number}: {reason}");
                    _exitCode = ExitCode.Error;
                }
                progress.Add(batch.Bytes);
            },
            cancellation);
    }

    private void Add(ICheckWriter writer, CheckedDocument document)
    {
        writer.Add(document);
        if (document.IsDamaged && _exitCode == ExitCode.Success) _exitCode = ExitCode.Found;
    }
}
