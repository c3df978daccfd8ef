using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using TextRepair.Records;

namespace TextRepair.Corpus;

/// <summary>Repairs the documents of a block.</summary>
/// <param name="decide">Says what is to be done to a document, and what is to be recorded of it.</param>
/// <param name="field">The field that holds the text.</param>
/// <param name="idField">The field that identifies a record.</param>
/// <param name="maximumLineBytes">The length above which a line is rejected.</param>
/// <remarks>Immutable; one is shared by all threads.</remarks>
internal sealed class DocumentProcessor(Func<RecordPlace, string, EditsRecord> decide, string field, string idField, int maximumLineBytes)
{
    public BlockResult Process(Block block, Compression compression)
    {
        var work = new BlockWork(block.Bytes.Length);
        if (block.Piece is not null) RejectPiece(block, work);
        else ProcessLines(block, work);
        // A block of rejects alone adds nothing to the output, not even an empty member.
        ReadOnlyMemory<byte> output = work.Output.WrittenCount == 0 ? default : Compressor.Compress(work.Output.WrittenMemory, compression);
        return new(output, work.Edits.WrittenMemory, work.Rejects.WrittenMemory, work.Counts);
    }

    private void RejectPiece(Block block, BlockWork work)
    {
        RejectLine.Write(work.Rejects, block.FirstLine, block.Piece, RejectReasons.TooLarge, TooLong, block.Bytes.Span);
        if (!block.EndsLine) return;
        work.Counts.Lines++;
        CorpusCounts.Count(work.Counts.RejectsByReason, RejectReasons.TooLarge);
    }

    private string TooLong => $"expected lines of at most {maximumLineBytes} bytes, found a longer one.";

    private void ProcessLines(Block block, BlockWork work)
    {
        ReadOnlyMemory<byte> rest = block.Bytes;
        for (long line = block.FirstLine; !rest.IsEmpty; line++)
        {
            int end = rest.Span.IndexOf((byte)'\n') + 1;
            ReadOnlyMemory<byte> content = end == 0 ? rest : rest[..end];
            ProcessLine(content, line, work);
            rest = rest[content.Length..];
        }
    }

    private void ProcessLine(ReadOnlyMemory<byte> content, long line, BlockWork work)
    {
        work.Counts.Lines++;
        try
        {
            if (content.Span.Trim(" \t\r\n"u8).IsEmpty) work.Output.Write(content.Span);
            else if (content.Length > maximumLineBytes) Reject(content.Span, line, RejectReasons.TooLarge, TooLong, work);
            else Repair(JsonRecord.Parse(content, field, idField), content, line, work);
        }
        catch (RecordFormatException e)
        {
            Reject(content.Span, line, ReasonFor(content.Span, e), e.Message, work);
        }
    }

    private static string ReasonFor(ReadOnlySpan<byte> content, RecordFormatException e) =>
        !Utf8.IsValid(content) ? RejectReasons.BadEncoding
        : e.InnerException is JsonException ? RejectReasons.BrokenJson
        : RejectReasons.NotARecord;

    private static void Reject(ReadOnlySpan<byte> content, long line, string reason, string message, BlockWork work)
    {
        CorpusCounts.Count(work.Counts.RejectsByReason, reason);
        RejectLine.Write(work.Rejects, line, null, reason, message, content);
    }

    private void Repair(JsonRecord document, ReadOnlyMemory<byte> content, long line, BlockWork work)
    {
        EditsRecord record = decide(new(line, document.Id.ToArray()), document.Text);
        ReadOnlyMemory<byte> written = record.Make(document, content, field);
        work.Output.Write(written.Span);
        work.Counts.Documents++;
        work.Counts.Characters += document.Text.Length;
        record.CountAll(work.Counts);
        if (record.IsWorthWriting) record.Write(work.Edits);
    }
}
