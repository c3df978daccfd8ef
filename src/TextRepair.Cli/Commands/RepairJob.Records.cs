using System.Buffers;
using TextRepair.Corpus;

namespace TextRepair.Cli;

/// <content>JSON lines: one line out for each line in, in order.</content>
internal sealed partial class RepairJob
{
    private void RunRecords(InputFile input, EditsOutput? edits, OutputFile? rejects, Progress progress, CancellationToken cancellation)
    {
        using Stream stream = input.Open(host);
        using OutputFile? file = Diff || PathFor(input) is not { } path ? null : new OutputFile(path, cancellation);
        var format = new RecordFormat(settings.Field, settings.IdField, PassRejects);
        long broken = 0;
        new RecordPipeline(format, _repair, settings.Threads) { ForEdits = ForEdits, Lines = Inputs.Count == 1 ? Part : ShardSelection.All }.Run(
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
}
