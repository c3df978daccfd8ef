namespace TextRepair.Cli;

/// <summary>One run of <c>check</c>.</summary>
internal sealed class CheckJob(Host host, RepairSettings settings)
{
    private readonly KindCounts _counts = new();
    private int _exitCode;

    public required IReadOnlyList<InputFile> Inputs { get; init; }

    public bool? JsonLines { get; init; }

    public required string Format { get; init; }

    public string? Output { get; init; }

    public string? Report { get; init; }

    public int Run(CancellationToken cancellation)
    {
        var reader = new ResultReader(host, settings, host.MakeRepair(settings.Options)) { JsonLines = JsonLines, Failed = Fail };
        if (Report is not null && Inputs.FirstOrDefault(reader.IsRecords) is { } records) throw new CliException($"{records.Name}: --report shows texts and documents, not JSON lines.");
        var report = ReportOutput.Create(Report, Inputs.Count, cancellation);
        using OutputFile? file = Output is null ? null : new OutputFile(Output, cancellation);
        using ICheckWriter writer = Writer(bytes => Write(file, bytes.Span));
        using (Progress progress = Progress.Start(host, Inputs, reader.IsRecords))
            reader.Read(Inputs, document => Add(document, writer, report), progress.Add, cancellation);
        writer.End();
        file?.Commit();
        if (file is null) host.Output.Flush();
        // For people; what programs read has no room for it.
        if (Format == "text") host.Error.WriteLine(_counts);
        return _exitCode;
    }

    private ICheckWriter Writer(Action<ReadOnlyMemory<byte>> write) => Format switch
    {
        "json" => new JsonCheckWriter(write, _counts),
        "sarif" => new SarifCheckWriter(write),
        "rdjsonl" => new ReviewdogCheckWriter(write),
        _ => new TextCheckWriter(write),
    };

    private void Write(OutputFile? file, ReadOnlySpan<byte> bytes)
    {
        if (file is null) host.Output.Write(bytes);
        else file.Write(bytes);
    }

    private void Fail(string problem)
    {
        host.WriteError(problem);
        _exitCode = ExitCode.Error;
    }

    private void Add(CheckedDocument document, ICheckWriter writer, ReportOutput? report)
    {
        using OutputFile? page = report?.Write(document.Input, document.Result);
        page?.Commit();
        writer.Add(document);
        _counts.Add(document);
        if (document.IsDamaged && _exitCode == ExitCode.Success) _exitCode = ExitCode.Found;
    }
}
