using System.Buffers;
using TextRepair.Corpus;
using TextRepair.Records;

namespace TextRepair.Cli;

/// <summary>Repairs JSON lines in order, several batches at once, in bounded memory.</summary>
/// <remarks>
/// A batch ends when it is full or when no further line has arrived, so a program that writes one line and waits for its
/// answer gets it, and a file is read in large batches all the same.
/// </remarks>
internal sealed class RecordPipeline(RecordFormat format, Func<string, RepairResult> repair, int threads)
{
    private const int LinesInBatch = 256;

    /// <summary>Gets what the edits speak of.</summary>
    public Func<RepairResult, RepairResult> ForEdits { get; init; } = result => result;

    /// <summary>Gets which lines are read; the others are passed over.</summary>
    public ShardSelection Lines { get; init; } = ShardSelection.All;

    /// <summary>Runs over a stream.</summary>
    /// <param name="input">The records.</param>
    /// <param name="file">The name that edits carry, where there are several files.</param>
    /// <param name="consume">Receives the batches in the order of the lines, on the calling thread.</param>
    /// <param name="cancellation">Stops the run.</param>
    public void Run(Stream input, string? file, Action<RecordBatch> consume, CancellationToken cancellation) =>
        Ordered.Run(Batches(input), lines => Process(lines, file), consume, threads, cancellation);

    private IEnumerable<List<RecordLine>> Batches(Stream input)
    {
        var reader = new LineReader(input);
        var lines = new List<RecordLine>();
        while (reader.TryRead(out ReadOnlyMemory<byte> line, out bool isTooLong))
        {
            if (Lines.Contains(reader.Number - 1)) lines.Add(new RecordLine(reader.Number, line, isTooLong));
            if (lines.Count == 0 || (lines.Count < LinesInBatch && reader.HasBufferedLine)) continue;
            yield return lines;
            lines = [];
        }
        if (lines.Count > 0) yield return lines;
    }

    /// <summary>Repairs some lines.</summary>
    public RecordBatch Process(IReadOnlyList<RecordLine> lines, string? file)
    {
        var batch = new RecordBatch(lines);
        foreach (RecordLine line in lines)
        {
            if (line.IsTooLong)
            {
                batch.Broken.Add(new BrokenRecord(line, $"the line is longer than {line.Bytes.Length:N0} bytes; its beginning is kept."));
            }
            else if (line.Bytes.Span.Trim(" \t\r\n"u8).IsEmpty)
            {
                // An empty line is no record and no damage either; dropping it would shift the lines after it.
                batch.Output.Write(line.Bytes.Span);
            }
            else
            {
                Process(line, file, batch);
            }
        }
        return batch;
    }

    private void Process(RecordLine line, string? file, RecordBatch batch)
    {
        JsonRecord record;
        try
        {
            record = JsonRecord.Parse(line.Bytes, format.Field, format.IdField);
        }
        catch (RecordFormatException e)
        {
            batch.Broken.Add(new BrokenRecord(line, e.Message));
            if (format.PassesBrokenLines) batch.Output.Write(line.Bytes.Span);
            return;
        }
        RepairResult result = repair(record.Text);
        var place = new RecordPlace(line.Number, record.Id, file);
        record.Write(result.Edits, batch.Output);
        ResultJson.WriteLines(ForEdits(result), place, batch.Edits);
        batch.Outcomes.Add(new RecordOutcome(place, result));
    }
}
