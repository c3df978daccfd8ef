using TextRepair.Records;

namespace TextRepair.Cli;

/// <content>Texts and documents: repaired side by side, each as a whole.</content>
internal sealed partial class RepairJob
{
    private void RunTexts(InputFile[] inputs, EditsOutput? edits, ReportOutput? report, Progress progress, CancellationToken cancellation)
    {
        // Threads that nobody needs would take a third of the time of a short file. A pipe is read by one all the same: it may block.
        if (inputs is []) return;
        if (inputs is [{ Size: not null } only]) Write(ReadAndRepair(only), edits, report, progress, cancellation);
        else Ordered.Run(inputs, ReadAndRepair, done => Guard(inputs.Length, () => Write(done, edits, report, progress, cancellation)), Math.Min(settings.Threads, inputs.Length), cancellation);
    }

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

    private sealed record RepairedText(InputFile Input, DecodedText Decoded, RepairResult? Result, CliException? Error)
    {
        public RepairedDocument? Document { get; init; }
    }
}
