namespace TextRepair.Cli;

/// <summary>Reads inputs and repairs what is in them, for commands that only look: texts, documents and records alike.</summary>
/// <param name="host">Whose standard input is read.</param>
/// <param name="settings">How inputs are read.</param>
/// <param name="repair">What is done with every text; called on several threads.</param>
internal sealed class ResultReader(Host host, RepairSettings settings, Func<string, RepairResult> repair)
{
    /// <summary>Gets whether inputs are JSON lines; by default their names tell.</summary>
    public bool? JsonLines { get; init; }

    /// <summary>Gets what happens to an input or a line that cannot be read; the others are read all the same.</summary>
    public required Action<string> Failed { get; init; }

    public bool IsRecords(InputFile input) => JsonLines ?? input.IsJsonLines;

    /// <summary>Reads the inputs in their order.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="act">Receives every document, on the calling thread.</param>
    /// <param name="done">Receives how many bytes are done.</param>
    /// <param name="cancellation">Stops the run.</param>
    public void Read(IReadOnlyList<InputFile> inputs, Action<CheckedDocument> act, Action<long> done, CancellationToken cancellation)
    {
        for (int first = 0; first < inputs.Count;)
        {
            InputFile[] texts = [.. inputs.Skip(first).TakeWhile(input => !IsRecords(input))];
            Ordered.Run(texts, ReadText, text => Take(text, act, done), Math.Clamp(texts.Length, 1, settings.Threads), cancellation);
            first += texts.Length;
            if (first < inputs.Count) Guard(inputs[first], input => ReadRecords(input, act, done, cancellation));
            first++;
        }
    }

    private (InputFile Input, RepairResult? Result, string? Problem) ReadText(InputFile input)
    {
        try
        {
            RepairResult result = JsonLines is null && DocumentInput.IsDocument(input)
                ? DocumentInput.Check(input, host, repair)
                : repair(input.ReadText(host, settings.Encoding).Text);
            return (input, result, null);
        }
        catch (CliException e)
        {
            return (input, null, e.Message);
        }
    }

    private void Take((InputFile Input, RepairResult? Result, string? Problem) text, Action<CheckedDocument> act, Action<long> done)
    {
        if (text.Result is { } result) act(new CheckedDocument(text.Input, default, result));
        else Failed(text.Problem!);
        done(text.Input.Size ?? text.Result?.Original.Length ?? 0);
    }

    private void Guard(InputFile input, Action<InputFile> read)
    {
        try
        {
            read(input);
        }
        catch (CliException e)
        {
            Failed(e.Message);
        }
    }

    private void ReadRecords(InputFile input, Action<CheckedDocument> act, Action<long> done, CancellationToken cancellation)
    {
        using Stream stream = input.OpenUnpacked(host);
        var format = new RecordFormat(settings.Field, settings.IdField, PassesBrokenLines: false);
        new RecordPipeline(format, repair, settings.Threads).Run(
            stream,
            null,
            batch =>
            {
                foreach (RecordOutcome outcome in batch.Outcomes) act(new CheckedDocument(input, outcome.Place, outcome.Result));
                foreach ((RecordLine line, string reason) in batch.Broken) Failed($"{input.Name}, line {line.Number}: {reason}");
                done(batch.Bytes);
            },
            cancellation);
    }
}
